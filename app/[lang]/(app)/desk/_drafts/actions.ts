'use server'
import { z } from 'zod'
import { DropDraft, dropDraft } from '@/lib/services/drop-draft'
import { LoadDraft, loadDraft } from '@/lib/services/load-draft'
import { type SaveDraft, saveDraft } from '@/lib/services/save-draft'
import { action } from '@/lib/web/action'

export const saveDraftAction = action(z.custom<z.input<typeof SaveDraft>>(), saveDraft)
export const loadDraftAction = action(LoadDraft, loadDraft)
export const dropDraftAction = action(DropDraft, dropDraft)

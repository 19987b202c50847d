'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { arrangePositions, faultsOfForm } from '@/lib/domain/arrange-positions'
import { ConflictsForm, conflictsChangeOf, selectionOf } from '@/lib/domain/batch-form'
import { queryOf, readQuery } from '@/lib/domain/desk-filter'
import { Fault } from '@/lib/domain/fault'
import { optionalProse, uuid } from '@/lib/domain/input'
import { AddPosition, addPosition } from '@/lib/services/add-position'
import { ChangeConflict, changeConflict } from '@/lib/services/change-conflict'
import { changeConflicts } from '@/lib/services/change-conflicts'
import { MarkConflict, markConflict } from '@/lib/services/mark-conflict'
import { ReopenConflict, reopenConflict } from '@/lib/services/reopen-conflict'
import { ResolveConflict, resolveConflict } from '@/lib/services/resolve-conflict'
import { formAction } from '@/lib/web/action'
import { offerUndo } from '@/lib/web/undo-offer'

const lang = z.enum(['fr', 'en'])
const slug = z.string().regex(/^[a-z0-9-]+$/)
const text = z.string().default('')
const pageOf = (at: { lang: string; slug: string }, done: string) =>
  `/${at.lang}/desk/conflicts/${at.slug}?done=${done}`

const MarkForm = MarkConflict.omit({ positions: true, slug: true, ref: true }).extend({
  lang,
  rows: z
    .array(z.strictObject({ occurrenceId: uuid(), statementId: text, position: text, value: text, words: text }))
    .default([]),
  sides: z
    .array(z.strictObject({ value: text, isGeneral: z.literal('on').optional() }))
    .max(26)
    .default([]),
})

/** Marks a conflict as it was arranged, then shows it; refusals come back under the names of the form's fields. */
export const markConflictAction = formAction(MarkForm, async (desk, { lang, rows, sides, ...input }): Promise<null> => {
  const arrangement = arrangePositions(
    rows,
    sides.map(({ value, isGeneral }) => ({ value, isGeneral: isGeneral === 'on' })),
  )
  const { slug, undo } = await markConflict(desk, { ...input, positions: arrangement.positions }).catch(
    (error: unknown) => {
      if (!(error instanceof Fault)) throw error
      throw new Fault(error.code, error.message, faultsOfForm(error.fields, arrangement), error.collision)
    },
  )
  await offerUndo(undo)
  redirect(pageOf({ lang, slug }, 'marked'))
})

const here = { lang, slug }

/** Only the status: what is not on a form is not touched. */
export const setStatusAction = formAction(
  ChangeConflict.pick({ conflictId: true, version: true, status: true }).extend(here),
  async (desk, { lang, slug, status, ...input }): Promise<null> => {
    const { undo } = await changeConflict(desk, { ...input, ...(status ? { status } : {}) })
    await offerUndo(undo)
    redirect(pageOf({ lang, slug }, status === 'dismissed' ? 'dismissed' : 'changed'))
  },
)

export const changeConflictAction = formAction(
  ChangeConflict.omit({ assigneeId: true, status: true }).extend(here),
  async (desk, { lang, slug, type, class: kind, severity, titleFr, titleEn, ...input }): Promise<null> => {
    const given = Object.entries({ type, class: kind, severity, titleFr, titleEn }).filter(([, it]) => it !== undefined)
    const { undo } = await changeConflict(desk, { ...input, ...Object.fromEntries(given) })
    await offerUndo(undo)
    redirect(pageOf({ lang, slug }, 'changed'))
  },
)

const many = z
  .union([z.guid(), z.array(z.guid())])
  .optional()
  .transform((ids) => (ids === undefined ? [] : [ids].flat()))

export const addPositionAction = formAction(
  AddPosition.extend({ ...here, statementIds: many, isGeneral: z.literal('on').optional() }),
  async (desk, { lang, slug, isGeneral, ...input }): Promise<null> => {
    const { ordinal } = await addPosition(desk, { ...input, isGeneral: isGeneral === 'on' })
    redirect(pageOf({ lang, slug }, `position-${ordinal}`))
  },
)

export const resolveConflictAction = formAction(
  ResolveConflict.extend(here),
  async (desk, { lang, slug, ...input }): Promise<null> => {
    const { undo } = await resolveConflict(desk, input)
    await offerUndo(undo)
    redirect(pageOf({ lang, slug }, 'resolved'))
  },
)

export const reopenConflictAction = formAction(
  ReopenConflict.extend({ ...here, reason: optionalProse() }),
  async (desk, { lang, slug, reason, ...input }): Promise<null> => {
    await reopenConflict(desk, { ...input, reason: reason ?? '' })
    redirect(pageOf({ lang, slug }, 'reopened'))
  },
)

/** One change on the chosen conflicts, then the list as it was. */
export const changeConflictsAction = formAction(ConflictsForm, async (desk, form): Promise<null> => {
  const { done, already, undo } = await changeConflicts(desk, {
    change: conflictsChangeOf(form, desk.actor?.id ?? null),
    selection: selectionOf(form),
  })
  await offerUndo(undo)
  const query = new URLSearchParams(queryOf(readQuery('conflicts', form.query)))
  query.set('done', `${done}.${already}`)
  redirect(`/${form.lang}/desk/conflicts?${query}`)
})

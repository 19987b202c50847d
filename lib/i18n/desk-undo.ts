import type { Undo } from '@/lib/domain/undo'
import type { Language } from '@/lib/domain/vocabulary'
import { deskUndoEn } from './desk-undo.en'
import { deskUndoFr } from './desk-undo.fr'

/** What the desk says when an action can be taken back. */
export type DeskUndoWords = {
  label: string
  /** What has been done, by the verb that takes it back. */
  did: Record<Undo['verb'], string>
  verb: Record<Undo['verb'], string>
  undone: string
  /** Where its page led to. */
  dispatchUndone: string
  stale: string
  refused: string
  close: string
  /** The reason history keeps. */
  reason: string
  /** What has no undo, said before it is done. */
  none: Record<
    | 'rating'
    | 'ownRating'
    | 'publish'
    | 'uphold'
    | 'reading'
    | 'reopen'
    | 'assessment'
    | 'identity'
    | 'sessions'
    | 'invitation',
    string
  >
}

export const deskUndoWords = (language: Language): DeskUndoWords => (language === 'fr' ? deskUndoFr : deskUndoEn)

import type { Undo } from '@/lib/domain/undo'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMemoryEn } from './desk-memory.en'
import { deskMemoryFr } from './desk-memory.fr'

/** What the desk says around its memory: taking an action back, the history of a thing, a moment of the past. */
export type DeskMemoryWords = {
  undo: {
    label: string
    /** What has been done, by the verb that takes it back. */
    did: Record<Undo['verb'], string>
    verb: Record<Undo['verb'], string>
    undone: string
    stale: string
    refused: string
    close: string
    /** The reason history keeps. */
    reason: string
  }
}

export const deskMemoryWords = (language: Language): DeskMemoryWords =>
  language === 'fr' ? deskMemoryFr : deskMemoryEn

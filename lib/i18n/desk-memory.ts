import type { RevisedKind, ShownColumn } from '@/lib/domain/revision'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMemoryEn } from './desk-memory.en'
import { deskMemoryFr } from './desk-memory.fr'

/** What the desk says around its memory: the history of a thing, a moment of the past. */
export type DeskMemoryWords = {
  asKnown: {
    choose: string
    moment: string
    go: string
    past: (moment: string) => string
    only: string
    unreadable: string
    notYet: string
    now: string
    other: string
  }
  history: {
    title: (name: string) => string
    of: Record<RevisedKind, string>
    versions: string
    link: string
    see: string
    version: (n: number) => string
    current: string
    first: string
    same: string
    list: { occurrences: string; verdicts: string }
    nothing: string
    yes: string
    no: string
    before: string
    after: string
    removed: string
    added: string
    beforeThis: string
    restore: string
    restoreName: (n: number) => string
    reason: string
    restored: string
    protected: string
    never: string
    parts: string
    column: Record<ShownColumn, string>
  }
}

export const deskMemoryWords = (language: Language): DeskMemoryWords =>
  language === 'fr' ? deskMemoryFr : deskMemoryEn

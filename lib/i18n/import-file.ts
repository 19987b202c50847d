import type { Unreadable } from '@/lib/domain/import-format'
import type { ProblemCode } from '@/lib/domain/import-report'
import type { Language } from '@/lib/domain/vocabulary'
import { importFileEn } from './import-file.en'
import { importFileFr } from './import-file.fr'

/** What the import of a file says. */
export type ImportFileWords = {
  /** Where a problem stands, before what it is. */
  place: (row: number, column: string | null) => string
  problem: Record<Exclude<ProblemCode, 'unmapped' | 'half_gone'>, string>
  /** How many would have been marked as gone. */
  halfGone: (lacking: number) => string
  unmapped: (label: string, count: number) => string
  unreadable: Record<Unreadable, string>
  counts: (it: Record<'read' | 'added' | 'changed' | 'unchanged' | 'absent' | 'rejected', number>) => string
  change: (field: string, before: string | null, after: string | null) => string
  /** Sources nobody knew that a table adds, or would. */
  newSources: (names: readonly string[], isWritten: boolean) => string
  dryRun: string
  /** One refused row stops a table. */
  stopped: string
}

export const importFileWords = (language: Language): ImportFileWords =>
  language === 'fr' ? importFileFr : importFileEn

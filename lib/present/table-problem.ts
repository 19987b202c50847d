import type { TableChange, TableProblem } from '@/lib/domain/table-import'
import type { Language } from '@/lib/domain/vocabulary'
import { type ChangedElsewhere, tableProblemWords } from '@/lib/i18n/table-problems'

/** A problem in one sentence: where it stands, what was found, why it does not go in and how to mend it. */
export function problemSentence(lang: Language, it: TableProblem): string {
  const t = tableProblemWords(lang)
  const { row, line, column, field, code, value, told } = it
  if (code in t.file && !(code in t.row)) return t.file[code as keyof typeof t.file](told, line)
  const place = t.place(row, column)
  const why = t.row[code as keyof typeof t.row](told)
  const where = code === 'not_changed_here' && field ? ` ${t.elsewhere[field as ChangedElsewhere] ?? ''}` : ''
  const found = value === null || value === '' ? '' : t.found(value)
  return `${place}${found}${why}${where}${line === row ? '' : t.line(line)}`
}

/** A cell both sides changed, in one sentence. */
export const conflictSentence = (lang: Language, { row, field, base, before, after }: TableChange): string => {
  const t = tableProblemWords(lang)
  return t.place(row, field) + t.conflict({ base, ours: before, theirs: after })
}

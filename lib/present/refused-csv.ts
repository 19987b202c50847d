import type { TableProblem } from '@/lib/domain/table-import'
import type { Language } from '@/lib/domain/vocabulary'
import { problemSentence } from './table-problem'

const MARK = '\ufeff'
/** What a spreadsheet might run, behind whatever veil: such a cell gets an apostrophe, which an import takes away again. */
const RISKY = /^[\s\u200b-\u200d\ufeff"'‘’“”«»]*[=+@\t\r\n＝＋－＠-]/u
const cell = (value: string): string => `"${(RISKY.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`

/** The head of the file of refused rows: their own columns, then the reason. For a spreadsheet: it is mended there and sent again. */
export const refusedHead = (names: readonly string[], lang: Language): string =>
  `${MARK}${[...names, lang === 'fr' ? 'raison du refus' : 'reason refused'].map(cell).join(separator(lang))}\r\n`

/** One refused row as it came, with all that is wrong with it. */
export const refusedLine = (
  { cells, problems }: { cells: readonly string[]; problems: readonly TableProblem[] },
  width: number,
  lang: Language,
): string => {
  const padded = Array.from({ length: width }, (_, i) => cells[i] ?? '')
  const why = problems.map((it) => problemSentence(lang, it)).join(' ')
  return `${[...padded, why].map(cell).join(separator(lang))}\r\n`
}
const separator = (lang: Language) => (lang === 'fr' ? ';' : ',')

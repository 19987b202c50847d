import { number } from './format'

/** Workbooks, in English. */
export const sheetsEn = {
  xlsx: 'Excel (XLSX)',
  /** Before the files that hold what a list or a search shows, all its pages. */
  these: { claims: 'Export these claims', conflicts: 'Export these conflicts' },
  /** At the end of a cell that could not hold its value. */
  cut: (whole: number, csv: string): string =>
    `… [cut here: ${number('en', whole)} characters, more than an Excel cell holds. The whole text is in ${csv}.]`,
  /** The sheet that lists them. */
  cutSheet: 'cut',
  cutColumns: ['sheet', 'cell', 'column', 'characters', 'whole text in'],
}

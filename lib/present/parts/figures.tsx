import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/vocabulary'
import { number } from '@/lib/i18n/format'
import { HeadRow } from './head-row'

/** A length beside a number: the number is what is read, so the drawing is hidden from those who hear the page. */
const Bar = ({ n, of }: { n: number; of: number }) => (
  <svg className="figure-bar" viewBox="0 0 100 8" width="100" height="8" preserveAspectRatio="none" aria-hidden="true">
    <rect width={of === 0 ? 0 : Math.round((1000 * n) / of) / 10} height="8" />
  </svg>
)

/** One row of a figure: what is counted, and how many of each kind. */
export type FigureRow = { key: string; name: ReactNode; numbers: readonly number[] }

/** A figure that is its own table: every length stands beside the number it draws. All lengths share one scale. */
export function Figure({
  lang,
  label,
  first,
  columns,
  rows,
}: {
  lang: Language
  /** Id of the heading that names the table. */
  label: string
  first: string
  columns: readonly string[]
  rows: readonly FigureRow[]
}) {
  const most = Math.max(0, ...rows.flatMap(({ numbers }) => numbers))
  return (
    <table className="figure" aria-labelledby={label}>
      <HeadRow heads={[first, ...columns]} />
      <tbody>
        {rows.map(({ key, name, numbers }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {numbers.map((n, i) => (
              <td key={columns[i]}>
                <span className="num">{number(lang, n)}</span>
                <Bar n={n} of={most} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

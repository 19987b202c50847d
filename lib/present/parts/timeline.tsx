import type { EventRecord } from '@/lib/domain/record'
import { isApproximate, spanOfTimeline, type TimelineItem, timelineOf } from '@/lib/domain/timeline'
import type { Language } from '@/lib/domain/vocabulary'
import { day } from '@/lib/i18n/format'
import { whereWhenWords } from '@/lib/i18n/where-when'
import { HeadRow } from './head-row'
import { When } from './when'

const WIDTH = 360
/** Where the scale begins: the numbers stand before it. */
const LEFT = 24
const RIGHT = 12
const ROW = 16
const HEAD = 22

/** A line of the drawing: a dot for a day, whiskers for a span, an arrow where it is open. */
function Line({ item, x, y }: { item: TimelineItem; x: (iso: string) => number; y: number }) {
  const { from, to } = item.date
  const [start, end] = [from === null ? LEFT : x(from), to === null ? WIDTH - RIGHT : x(to)]
  const hot = item.kind === 'event' ? ' hot' : ''
  if (from !== null && from === to) return <circle className={`pt${hot}`} cx={start} cy={y} r="4" />
  return (
    <>
      <path className={isApproximate(item.date) ? 'ln da' : 'ln'} d={`M${start} ${y}H${end}`} />
      <path className="ln" d={from === null ? `M${start + 5} ${y - 4}l-5 4 5 4` : `M${start} ${y - 4}v8`} />
      <path className="ln" d={to === null ? `M${end - 5} ${y - 4}l5 4 -5 4` : `M${end} ${y - 4}v8`} />
    </>
  )
}

/** When: the dates of the event, of what is told of it and of the texts, drawn on one scale, then the same in a table. */
export function Timeline({ lang, record }: { lang: Language; record: EventRecord }) {
  const t = whereWhenWords(lang)
  const { items, undated } = timelineOf(record)
  const span = spanOfTimeline(items)
  if (span === null) return null
  const at = (ms: number): number =>
    Math.round((LEFT + ((WIDTH - LEFT - RIGHT) * (ms - span.from)) / (span.to - span.from)) * 10) / 10
  const x = (iso: string): number => at(Date.parse(iso))
  const height = HEAD + items.length * ROW
  const known = items.flatMap(({ date: { from, to } }) => [from, to]).filter((it) => it !== null)
  const ends = [...new Set([known.reduce((a, b) => (a < b ? a : b)), known.reduce((a, b) => (a > b ? a : b))])]
  return (
    <section className="sec" id="when">
      <h2 id="h-when">{t.when}</h2>
      <p className="dim">
        {t.whenHow} {undated > 0 && t.undated(undated)}
      </p>
      <svg className="drawn" width={WIDTH} viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
        {ends.map((iso, i) => (
          <g key={iso}>
            <path className="gr" d={`M${x(iso)} ${HEAD - 8}V${height}`} />
            <text x={x(iso)} y={HEAD - 12} textAnchor={i > 0 ? 'end' : ends.length > 1 ? 'start' : 'middle'}>
              {day(lang, iso)}
            </text>
          </g>
        ))}
        {items.map((item, i) => (
          <g key={`${item.kind} ${item.date.edtf} ${item.date.words}`}>
            <text x="2" y={HEAD + i * ROW + 11}>
              {i + 1}
            </text>
            <Line item={item} x={x} y={HEAD + i * ROW + 8} />
          </g>
        ))}
      </svg>
      <table className="figure" aria-labelledby="h-when">
        <HeadRow heads={[t.number, t.what, t.date, t.passages]} />
        <tbody>
          {items.map(({ kind, date, language, refs }, i) => (
            <tr key={`${kind} ${date.edtf} ${date.words}`}>
              <td className="num">{i + 1}</td>
              <td>{t.kind[kind]}</td>
              <td>
                <When lang={lang} date={date} language={language} />
              </td>
              <td>
                {refs.length === 0
                  ? '—'
                  : refs.map((ref, j) => (
                      <span key={ref}>
                        {j > 0 && ', '}
                        <a href={`#${ref}`}>{ref}</a>
                      </span>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

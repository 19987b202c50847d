import { originsOf } from '@/lib/domain/origins'
import type { ConflictRecord } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'
import { PositionBadge } from '@/lib/present/parts/cell'

/** By position: how many outlets carry it, and how many origins stand behind them. */
export function PositionOrigins({ lang, conflict }: { lang: Language; conflict: ConflictRecord }) {
  const { origins: t, coverage } = deskMatrixWords(lang)
  return (
    <section className="sec" aria-labelledby="origins">
      <h2 id="origins">{t.title}</h2>
      <p className="dim">{t.lead}</p>
      <ul className="stack">
        {conflict.positions.map(({ ordinal, statements }) => {
          const count = originsOf(statements.map(({ occurrence }) => occurrence))
          return (
            <li key={ordinal}>
              <PositionBadge ordinal={ordinal} /> <strong>{t.figures(count.outlets, count.origins.length)}</strong>
              {count.unidentifiable > 0 && `, ${t.unidentifiable(count.unidentifiable)}`}
              <ul className="shorts">
                {count.origins.map(({ key, kind, source }) => (
                  <li key={key}>
                    <span>
                      <bdi>{source.sourceName}</bdi>
                      {coverage.colon}
                      <span className="dim">{t.kind[kind]}</span>
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

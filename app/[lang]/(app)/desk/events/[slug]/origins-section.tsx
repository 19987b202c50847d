import type { OriginCount } from '@/lib/domain/origins'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'
import { list } from '@/lib/i18n/format'
import { Scrolling } from '@/lib/present/parts/scrolling'
import { type Asked, matrixHref } from './address'

type Props = { lang: Language; slug: string; origins: OriginCount; asked: Asked }

/** How many outlets, how many origins behind them, and how far each can be looked for. */
export function OriginsSection({ lang, slug, origins: { outlets, origins, unidentifiable }, asked }: Props) {
  const { origins: t } = deskMatrixWords(lang)
  return (
    <section className="sec" aria-labelledby="origins">
      <h2 id="origins">{t.title}</h2>
      <p>
        <strong>{t.figures(outlets, origins.length)}</strong>
        {unidentifiable > 0 && `, ${t.unidentifiable(unidentifiable)}`}. <span className="dim">{t.lead}</span>
      </p>
      <Scrolling name={t.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.origin}</th>
              <th scope="col">{t.how}</th>
              <th scope="col">{t.carriedBy}</th>
              <th scope="col">{t.passages}</th>
            </tr>
          </thead>
          <tbody>
            {origins.map(({ key, kind, source, carriers, occurrenceIds }) => (
              <tr key={key}>
                <th scope="row">
                  <bdi>{source.sourceName}</bdi>
                </th>
                <td>{t.kind[kind]}</td>
                <td>
                  {carriers.length === 0
                    ? t.itself
                    : list(
                        lang,
                        carriers.map(({ sourceName }) => sourceName),
                      )}
                </td>
                <td className="num">
                  <a
                    href={`${matrixHref(lang, slug, { ...asked, origin: key })}#matrix`}
                    aria-label={`${occurrenceIds.length}, ${t.show(source.sourceName)}`}
                  >
                    {occurrenceIds.length}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </section>
  )
}

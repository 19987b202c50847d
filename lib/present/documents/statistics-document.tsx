import type { ReactNode } from 'react'
import { type Statistics, spanOf } from '@/lib/domain/statistics'
import { number } from '@/lib/i18n/format'
import { statisticsWords } from '@/lib/i18n/statistics'
import { words } from '@/lib/i18n/words'
import { sourcePath, statisticsPath } from '../addresses'
import type { DocumentContext } from '../context'
import { Figure } from '../parts/figures'
import { HeadRow } from '../parts/head-row'
import { Layout } from '../parts/layout'
import { quotedIn } from '../parts/quoted'
import { ratingWord, VerdictWord } from '../parts/verdict-word'
import { documentOf } from '../render'

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

const Section = ({ id, title, how, children }: { id: string; title: string; how: string; children: ReactNode }) => (
  <section className="sec" id={id}>
    <h2 id={`h-${id}`}>{title}</h2>
    <p className="dim">{how}</p>
    {children}
  </section>
)

type PartProps = { ctx: DocumentContext; figures: Statistics }

/** Who made the claims that were ruled on; none of them is protected. */
function Voices({ ctx: { lang }, figures }: PartProps) {
  const t = statisticsWords(lang).voices
  return (
    <Section id="voices" title={t.title} how={t.how}>
      {figures.voices.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <table className="figure" aria-labelledby="h-voices">
          <HeadRow heads={[t.voice, t.verdicts, t.ratings]} />
          <tbody>
            {figures.voices.map(({ slug, name, language, affiliation, verdicts, ratings }) => (
              <tr key={slug}>
                <th scope="row">
                  <a href={sourcePath(lang, slug)} {...quotedIn(language)}>
                    {name}
                  </a>
                  {affiliation && <span className="dim">, {affiliation}</span>}
                </th>
                <td className="num">{number(lang, verdicts)}</td>
                <td>
                  <ul>
                    {ratings.map(({ rating, n }) => (
                      <li key={rating}>
                        <span className="num">{number(lang, n)}</span>{' '}
                        {ratingWord(lang, rating).toLocaleLowerCase(lang)}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

/** How long it takes from a text to a verdict: the middle, and how far it goes to both sides. */
function Delay({ ctx: { lang }, figures: { delay } }: PartProps) {
  const t = statisticsWords(lang)
  const said = (seconds: number): string => {
    const { n, unit } = spanOf(seconds)
    return t.span[unit](n)
  }
  return (
    <Section id="delay" title={t.delay.title} how={t.delay.how}>
      {delay === null ? (
        <p>{t.delay.none}</p>
      ) : (
        <table className="figure" aria-labelledby="h-delay">
          <thead>
            <tr>
              <th scope="col">{t.delay.measure}</th>
              <th scope="col">{t.delay.time}</th>
            </tr>
          </thead>
          <tbody>
            {(['median', 'shortest', 'longest'] as const).map((key) => (
              <tr key={key}>
                <th scope="row">{t.delay[key]}</th>
                <td className="num">{said(delay[key])}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t.delay.counted}</th>
              <td className="num">{number(lang, delay.verdicts)}</td>
            </tr>
          </tbody>
        </table>
      )}
    </Section>
  )
}

/** What the public record adds up to: every figure beside its numbers. */
export function statisticsDocument(figures: Statistics, ctx: DocumentContext): string {
  const { lang } = ctx
  const t = statisticsWords(lang)
  const w = words(lang)
  return documentOf(
    <Layout ctx={ctx} path={statisticsPath(lang)} title={t.title} description={t.what} section="method" hasPast>
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{t.what}</p>
      <p className="prose">{t.lead}</p>
      <Section id="verdicts" title={t.verdicts.title} how={t.verdicts.how}>
        <Figure
          lang={lang}
          label="h-verdicts"
          first={t.verdicts.rating}
          columns={[t.number]}
          rows={[
            ...figures.verdicts.map(({ rating, n }) => ({
              key: rating,
              name: <VerdictWord lang={lang} rating={rating} />,
              numbers: [n],
            })),
            { key: 'withdrawn', name: t.verdicts.withdrawn, numbers: [figures.withdrawn] },
          ]}
        />
      </Section>
      <Voices ctx={ctx} figures={figures} />
      <Section id="conflicts" title={t.conflicts.title} how={t.conflicts.how}>
        <Figure
          lang={lang}
          label="h-conflicts"
          first={t.conflicts.class}
          columns={[t.conflicts.open, t.conflicts.settled]}
          rows={figures.conflicts.map((it) => ({
            key: it.class,
            name: capital(w.conflictClass[it.class]),
            numbers: [it.open, it.settled],
          }))}
        />
      </Section>
      <Section id="corrections" title={t.corrections.title} how={t.corrections.how}>
        <Figure
          lang={lang}
          label="h-corrections"
          first={t.corrections.severity}
          columns={[t.number]}
          rows={figures.corrections.map(({ severity, n }) => ({
            key: severity,
            name: capital(w.correctionSeverity[severity]),
            numbers: [n],
          }))}
        />
      </Section>
      <Delay ctx={ctx} figures={figures} />
    </Layout>,
  )
}

import type { Metadata } from 'next'
import { type Figures, TOO_FEW } from '@/lib/domain/agreement'
import type { Language } from '@/lib/domain/vocabulary'
import { deskVerdictsWords } from '@/lib/i18n/desk-verdicts'
import { Own } from '@/lib/present/parts/own-words'
import { VerdictWord } from '@/lib/present/parts/verdict-word'
import { loadAgreement, PERIODS } from '@/lib/services/load-agreement'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'

type Props = {
  params: Promise<{ lang: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskVerdictsWords(await languageOfParams(params)).agreement.title }
}

const alpha = (lang: Language, value: number | null, units: number): string => {
  const { agreement: t } = deskVerdictsWords(lang)
  if (units < TOO_FEW) return t.tooFew
  if (value === null) return t.noVariation
  return value.toLocaleString(lang, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
}
const share = (lang: Language, value: number): string =>
  value.toLocaleString(lang, { style: 'percent', maximumFractionDigits: 0 })

function Overall({ lang, figures, caption }: { lang: Language; figures: Figures; caption: string }) {
  const { agreement: t } = deskVerdictsWords(lang)
  const rows = [
    [t.nominal, t.nominalHelp, alpha(lang, figures.nominal, figures.units), figures.units],
    [t.ordinal, t.ordinalHelp, alpha(lang, figures.ordinal, figures.ordinalUnits), figures.ordinalUnits],
    [t.sameRating, '', `${figures.unanimous} / ${figures.units}`, figures.units],
  ] as const
  return (
    <table className="queue stacks figures">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.figure}</th>
          <th scope="col">{t.value}</th>
          <th scope="col">{t.over}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, help, value, units]) => (
          <tr key={name}>
            <th scope="row">
              {name}
              {help && <small className="dim">{help}</small>}
            </th>
            <td className="num">{value}</td>
            <td>{t.units(units)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How far independent readers agree: over all, rating by rating, two by two, and the claims on which they differ. */
export default async function AgreementPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const asked = (await searchParams).period
  const period = PERIODS.find((it) => it === asked) ?? 'all'
  const { independent, open, differing, pairs } = await orNotFound(loadAgreement(await deskOfRequest(), period))
  const { agreement: t } = deskVerdictsWords(lang)
  return (
    <main id="main" className="pane">
      <p className="kicker">
        <a href={`/${lang}/desk/verdicts`}>{t.toVerdicts}</a>
      </p>
      <h1 className="h1">{t.title}</h1>
      <p>{t.lead}</p>
      <form className="picks" method="get">
        <div className="f">
          <label htmlFor="period">{t.period}</label>
          <select id="period" name="period" defaultValue={period}>
            {PERIODS.map((it) => (
              <option key={it} value={it}>
                {t.periods[it]}
              </option>
            ))}
          </select>
        </div>
        <div className="acts">
          <button type="submit" className="b">
            {t.show}
          </button>
        </div>
      </form>
      <section className="sec" aria-labelledby="figures">
        <h2 id="figures">{t.figures}</h2>
        {independent.units === 0 ? (
          <p>
            {t.empty}{' '}
            <a className="b go" href={`/${lang}/desk/verdicts`}>
              {t.toVerdicts}
            </a>
          </p>
        ) : (
          <>
            <p>
              {t.units(independent.units)}, {t.readings(independent.readings)}.
            </p>
            <Overall lang={lang} figures={independent} caption={t.figures} />
          </>
        )}
        <p className="dim small">
          {t.scale} {t.under} {t.source}
        </p>
      </section>
      {independent.units > 0 && (
        <>
          <section className="sec" aria-labelledby="ratings">
            <h2 id="ratings">{t.perRating}</h2>
            <table className="queue stacks figures">
              <caption className="vh">{t.perRating}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.rating}</th>
                  <th scope="col">{t.given}</th>
                  <th scope="col">{t.shared}</th>
                </tr>
              </thead>
              <tbody>
                {independent.perRating.map((it) => (
                  <tr key={it.rating}>
                    <th scope="row">
                      <VerdictWord lang={lang} rating={it.rating} />
                    </th>
                    <td>{t.readings(it.given)}</td>
                    <td className="num">{it.given < TOO_FEW ? t.tooFew : share(lang, it.shared)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <section className="sec" aria-labelledby="pairs">
            <h2 id="pairs">{t.perPair}</h2>
            <table className="queue stacks figures">
              <caption className="vh">{t.perPair}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.pair}</th>
                  <th scope="col">{t.same}</th>
                  <th scope="col">{t.nominal}</th>
                  <th scope="col">{t.ordinal}</th>
                </tr>
              </thead>
              <tbody>
                {pairs.map((it) => (
                  <tr key={it.readers.map(({ id }) => id).join(' ')}>
                    <th scope="row">
                      <bdi>{it.readers[0]?.name}</bdi> {t.and} <bdi>{it.readers[1]?.name}</bdi>
                    </th>
                    <td>
                      {it.same} / {t.units(it.units)}
                    </td>
                    <td className="num">{alpha(lang, it.nominal, it.units)}</td>
                    <td className="num">{it.ordinal === null ? t.tooFew : alpha(lang, it.ordinal, it.units)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <section className="sec" aria-labelledby="differing">
            <h2 id="differing">{t.differing}</h2>
            {differing.length === 0 && <p className="dim">{t.noneDiffer}</p>}
            <ul className="stack">
              {differing.map(({ claim, ratings }) => (
                <li key={claim.id}>
                  <a href={`/${lang}/desk/claims/${claim.slug}#verdict`}>
                    <span className="mono">{claim.ref}</span>{' '}
                    <Own lang={lang} fr={claim.statementFr} en={claim.statementEn} />
                  </a>
                  <ul className="shorts">
                    {ratings.map((it) => (
                      <li key={`${it.readerName} ${it.rating}`}>
                        <VerdictWord lang={lang} rating={it.rating} /> <bdi>{it.readerName}</bdi>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      {open.units > 0 && (
        <section className="sec" aria-labelledby="open">
          <h2 id="open">{t.open}</h2>
          <p className="dim">{t.openLead}</p>
          <Overall lang={lang} figures={open} caption={t.open} />
        </section>
      )}
    </main>
  )
}

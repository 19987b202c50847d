import type { Metadata } from 'next'
import { deskWords } from '@/lib/i18n/desk'
import { ratingWord } from '@/lib/present/parts/verdict-word'
import { voiceOf } from '@/lib/present/parts/voice'
import { loadDeskClaims } from '@/lib/services/load-desk-lists'
import { deskOfRequest } from '@/lib/web/desk'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'

type Props = {
  params: Promise<{ lang: string }>
  searchParams: Promise<{ q?: string | string[]; event?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskWords(await languageOfParams(params)).claims.title }
}
const one = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed().slice(0, 200) : ''

/** Every claim, narrowed by words or by event; ticked ones go to a new conflict. The filter is the address. */
export default async function ClaimsPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const asked = await searchParams
  const q = one(asked.q)
  const event = one(asked.event)
  const { lines, events, mayMark } = await loadDeskClaims(await deskOfRequest(), { q, event: event || null })
  const t = deskWords(lang).claims
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <form className="filters">
        <label htmlFor="q">{t.search}</label>
        <input id="q" name="q" type="search" defaultValue={q} />
        <label htmlFor="event">{t.event}</label>
        <select id="event" name="event" defaultValue={event}>
          <option value="">–</option>
          {events.map((it) => (
            <option key={it.id} value={it.id}>
              {it.ref} {lang === 'fr' ? it.titleFr : it.titleEn}
            </option>
          ))}
        </select>
        <button type="submit" className="b">
          {t.go}
        </button>
      </form>
      {lines.length === 0 && <p>{t.none}</p>}
      <form action={`/${lang}/desk/conflicts/new`}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section className="grid-wrap" tabIndex={0} aria-label={t.title}>
          <table className="queue">
            <thead>
              <tr>
                <th scope="col">{t.ref}</th>
                <th scope="col">{t.words}</th>
                <th scope="col">{t.voice}</th>
                <th scope="col">{t.event}</th>
                <th scope="col">{t.verdict}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ claim, occurrence }) => (
                <tr key={claim.id}>
                  <td>
                    <label className="check">
                      <input
                        type="checkbox"
                        name="claims"
                        value={claim.ref}
                        aria-label={deskWords(lang).reading.choose(claim.ref)}
                      />
                      <span className="mono">{claim.ref}</span>
                    </label>
                  </td>
                  <th scope="row" className="cl">
                    <a href={`/${lang}/desk/claims/${claim.slug}`}>
                      {(lang === 'fr' ? claim.statementFr : claim.statementEn) ??
                        claim.statementFr ??
                        claim.statementEn}
                    </a>
                    {occurrence && (
                      <span className="w small" lang={occurrence.dispatch.language}>
                        {occurrence.exact}
                      </span>
                    )}
                  </th>
                  <td>{occurrence && voiceOf(occurrence.chain)}</td>
                  <td>
                    {claim.event && (
                      <span title={lang === 'fr' ? claim.event.titleFr : claim.event.titleEn}>{claim.event.ref}</span>
                    )}
                  </td>
                  <td>
                    {claim.verdict ? (
                      ratingWord(lang, claim.verdict.rating)
                    ) : (
                      <span className="dim">{claim.isPublic ? t.public : t.internal}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {mayMark && lines.length > 1 && (
          <p>
            <button type="submit" className="b go">
              {t.mark}
            </button>
          </p>
        )}
      </form>
    </main>
  )
}

import type { Metadata } from 'next'
import { likelyTypeOf } from '@/lib/domain/conflict'
import { PROPERTIES, PROPERTY_CODES } from '@/lib/domain/property'
import { CONFLICT_TYPES } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { InlineChain } from '@/lib/present/parts/chain'
import { Own, ownText } from '@/lib/present/parts/own-words'
import { quotedIn } from '@/lib/present/parts/quoted'
import { loadDeskConflictNew } from '@/lib/services/load-desk-conflict-new'
import { loadSuggestedConflict } from '@/lib/services/load-suggested-conflict'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { markConflictAction } from '../actions'
import { MarkForm } from './mark-form.client'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskReviewWords(await languageOfParams(params)).mark.title }
}

/** Two ways in: with claims in the address, or by choosing them here. Everything up to the form itself lives in the address. */
export default async function NewConflictPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const asked = await searchParams
  const one = (key: string): string | null => (typeof asked[key] === 'string' && asked[key] !== '' ? asked[key] : null)
  const claims = [...new Set([asked.claims ?? []].flat().flatMap((it) => it.split(',')))]
    .map((it) => it.trim().toUpperCase())
    .filter((it) => it !== '')
  const search = one('q') ?? ''
  const statements = [asked.statements ?? []].flat().flatMap((it) => it.split(','))
  const found = await orNotFound(
    loadDeskConflictNew(await deskOfRequest(), {
      claims,
      statements,
      search,
      event: one('event'),
      property: one('property'),
    }),
  )
  const id = one('suggestion')
  const proposal = id ? await orNotFound(loadSuggestedConflict(await deskOfRequest(), id)) : null
  const { offered, chosen, missing, events, event, property, rows, suggested } = found
  const { mark: t } = deskReviewWords(lang)
  const others = offered.filter(({ claim }) => !chosen.includes(claim.ref))
  const passages = new Set(rows.map(({ occurrence }) => occurrence.id)).size
  const isReady = passages >= 2
  return (
    <main id="main" className="pane">
      <p className="kicker">
        <a href={`/${lang}/desk/conflicts`}>{deskReviewWords(lang).conflicts.title}</a>
      </p>
      <h1 className="h1">{t.title}</h1>
      <p>{t.lead}</p>
      <section className="sec" aria-labelledby="choose">
        <h2 id="choose">{t.choose}</h2>
        {missing.length > 0 && <p role="status">{t.missing(missing.join(', '))}</p>}
        {chosen.length > 0 && !isReady && <p role="status">{t.needTwo}</p>}
        <details open={!isReady || search !== ''}>
          <summary>
            {t.chosen}
            {deskReviewWords(lang).colon}
            {chosen.join(', ') || deskReviewWords(lang).none}
          </summary>
          <form method="get" className="stack">
            {proposal && <input type="hidden" name="suggestion" value={proposal.id} />}
            <search className="find">
              <label className="f" htmlFor="q">
                <span>{t.search}</span>
                <input id="q" name="q" type="search" defaultValue={search} />
              </label>
              <button type="submit" className="b">
                {t.find}
              </button>
            </search>
            <fieldset>
              <legend className="vh">{t.choose}</legend>
              {chosen.map((ref) => {
                const claim = rows.find(({ occurrence }) => occurrence.claim.ref === ref)?.occurrence.claim
                return (
                  <label key={ref} className="opt" htmlFor={`take-${ref}`}>
                    <input id={`take-${ref}`} type="checkbox" name="claims" value={ref} defaultChecked />
                    <span>
                      <b>{ref}</b> {claim && <Own lang={lang} fr={claim.statementFr} en={claim.statementEn} />}
                    </span>
                  </label>
                )
              })}
              {others.map(({ claim, occurrence }) => (
                <label key={claim.ref} className="opt" htmlFor={`take-${claim.ref}`}>
                  <input id={`take-${claim.ref}`} type="checkbox" name="claims" value={claim.ref} />
                  <span>
                    <b>{claim.ref}</b> <Own lang={lang} fr={claim.statementFr} en={claim.statementEn} />
                    {occurrence && <small {...quotedIn(occurrence.dispatch.language)}>{occurrence.exact}</small>}
                  </span>
                </label>
              ))}
              {others.length === 0 && <p className="dim">{t.nothingFound}</p>}
            </fieldset>
            <p>
              <button type="submit" className={isReady ? 'b' : 'b go'}>
                {t.compare}
              </button>
            </p>
          </form>
        </details>
      </section>
      {isReady && (
        <>
          <section className="sec" aria-labelledby="about">
            <h2 id="about">{t.property}</h2>
            <p className="dim">{t.propertyLead}</p>
            <form method="get" className="picks">
              <input type="hidden" name="claims" value={chosen.join(',')} />
              {proposal && <input type="hidden" name="suggestion" value={proposal.id} />}
              <label className="f" htmlFor="event">
                <span>{t.event}</span>
                <select key={event?.slug} id="event" name="event" defaultValue={event?.slug ?? ''} required>
                  {event === null && <option value="">{t.noEvent}</option>}
                  {events.map((it) => (
                    <option key={it.slug} value={it.slug}>
                      {it.ref} {ownText(lang, it.titleFr, it.titleEn)}
                    </option>
                  ))}
                </select>
              </label>
              <label className="f" htmlFor="property">
                <span>{t.about}</span>
                <select key={property} id="property" name="property" defaultValue={property}>
                  {PROPERTY_CODES.map((code) => (
                    <option key={code} value={code}>
                      {PROPERTIES[code][lang]}
                    </option>
                  ))}
                </select>
              </label>
              <p className="acts">
                <button type="submit" className="b">
                  {t.show}
                </button>
              </p>
            </form>
          </section>
          {event === null ? (
            <p role="status">
              {t.needEvent} {events.length === 0 && <a href={`/${lang}/desk/events`}>{deskWords(lang).events.title}</a>}
            </p>
          ) : (
            <MarkForm
              key={`${chosen.join()} ${property} ${event.id}`}
              lang={lang}
              action={markConflictAction}
              eventId={event.id}
              property={property}
              type={proposal?.value.type ?? CONFLICT_TYPES.find((it) => it === asked.type) ?? likelyTypeOf(property)}
              proposal={proposal}
              sides={suggested.sides}
              rows={rows.map(({ occurrence, statement }, i) => {
                const side = proposal?.quotes.findIndex((it) => it.claimId === occurrence.claim.id) ?? -1
                const quote = proposal?.quotes[side]?.words ?? ''
                const isSaid = statement === null && quote !== '' && occurrence.exact.includes(quote)
                return {
                  occurrenceId: occurrence.id,
                  statementId: statement?.id ?? null,
                  value: statement?.value ?? (isSaid ? quote : ''),
                  ref: occurrence.claim.ref,
                  words: statement?.words ?? (isSaid ? quote : null),
                  exact: occurrence.exact,
                  language: occurrence.dispatch.language,
                  others: rows.filter((it) => it.occurrence.id !== occurrence.id).map((it) => it.occurrence.exact),
                  letter: suggested.letters[i] ?? (isSaid ? side + 1 : null),
                  chain: <InlineChain lang={lang} chain={occurrence.chain} />,
                }
              })}
            />
          )}
        </>
      )}
    </main>
  )
}

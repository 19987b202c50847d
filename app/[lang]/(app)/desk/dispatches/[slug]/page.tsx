import type { Metadata } from 'next'
import { KeyHint } from '@/app/_ui/keys.client'
import { Live } from '@/app/_ui/live.client'
import { Reading } from '@/app/_ui/reading.client'
import { isUuid } from '@/lib/domain/ids'
import { readTicket } from '@/lib/domain/report'
import { deskWords } from '@/lib/i18n/desk'
import { deskMissingSidesWords } from '@/lib/i18n/desk-missing-sides'
import { deskReportsWords } from '@/lib/i18n/desk-reports'
import { longListsWords } from '@/lib/i18n/long-lists'
import { OnlyFirst } from '@/lib/present/parts/only-first'
import { loadDeskReading, type ReadingPlace } from '@/lib/services/load-desk-reading'
import { loadSuggestions } from '@/lib/services/load-suggestions'
import { asKnown } from '@/lib/web/as-known'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Thread } from '../../threads/_parts/thread'
import * as actions from './actions'
import { acceptClaimAction, acceptNameAction, dismissAction, proposeAction } from './suggest-actions'

type Props = {
  params: Promise<{ lang: string; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { slug } = await params
  return { title: slug }
}

/** From which place of a text its passages are marked, or which must be; anything else is from its beginning. */
const placeAsked = ({ from, passage }: Awaited<Props['searchParams']>): ReadingPlace =>
  typeof passage === 'string' && isUuid(passage)
    ? { passage }
    : { from: typeof from === 'string' && /^\d{1,8}$/.test(from) ? Number(from) : 0 }

/** A dispatch on the desk: the text with its marks, the claims beside it, and the keys under it. */
export default async function ReadingPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  const { slug } = await params
  const session = await requireSession(lang)
  const asked = await searchParams
  const { suggestion, report } = asked
  const { record, mayPublish, ...reading } = await orNotFound(
    asKnown((desk) => loadDeskReading(desk, slug, placeAsked(asked))),
  )
  const suggest = await orNotFound(asKnown((desk) => loadSuggestions(desk, record.versionId)))
  const ticket = typeof report === 'string' ? readTicket(report) : null
  const t = deskWords(lang)
  const { keys } = t.reading
  return (
    <>
      <link rel="stylesheet" href="/assets/desk-suggest.css" precedence="reading" />
      <div className="reading">
        <header className="reading-head">
          <h1 lang={record.language}>{record.title}</h1>
          <span className="dim small">
            {t.dispatches.claims(record.total)} · {t.dispatches.conflicts(record.conflicts.length)} ·{' '}
            {record.isPublic ? t.dispatches.isPublic : t.dispatches.isDraft}
          </span>
          {record.isPublic && <a href={`/${lang}/dispatches/${record.slug}`}>{t.dispatches.seePublic}</a>}
          <a href={`/${lang}/desk/missing-sides?dispatch=${record.slug}`}>{deskMissingSidesWords(lang).title}</a>
          {mayPublish && (
            <a href={`/${lang}/desk/verdicts/publish-reading?dispatch=${record.slug}`}>{t.dispatches.publish}</a>
          )}
          <OnlyFirst
            lang={lang}
            n={record.occurrences.length}
            total={record.total}
            href={`/${lang}/desk/claims?dispatch=${record.slug}`}
          />
          {record.next !== null && (
            <a rel="next" href={`/${lang}/desk/dispatches/${record.slug}?from=${record.next}`}>
              {longListsWords(lang).next}
            </a>
          )}
          {ticket !== null && (
            <a href={`/${lang}/desk/reports/${ticket}`}>{deskReportsWords(lang).fromMessage(ticket)}</a>
          )}
        </header>
        <Live
          lang={lang}
          place={`dispatch:${record.id}`}
          me={session.userId}
          watch={{ [record.id]: 0, ...Object.fromEntries(record.conflicts.map(({ id }) => [id, 0])) }}
        />
        <Reading
          lang={lang}
          record={record}
          {...reading}
          suggest={{
            ...suggest,
            edited: typeof suggestion === 'string' ? suggestion : null,
            path: `/${lang}/desk/dispatches/${record.slug}`,
            actions: {
              propose: proposeAction,
              acceptClaim: acceptClaimAction,
              acceptName: acceptNameAction,
              dismiss: dismissAction,
            },
          }}
          actions={{
            add: actions.addClaimAction,
            addSource: actions.addSourceAction,
            change: actions.changeClaimAction,
            attribute: actions.attributeClaimAction,
            discard: actions.discardClaimAction,
          }}
        />
        <div className="pane">
          <Thread lang={lang} target={{ kind: 'dispatch', id: record.id }} />
        </div>
      </div>
      <section className="keys" aria-label={t.keysLabel}>
        {session.singleKeys ? (
          <>
            <span>
              <KeyHint of="j" />
              <KeyHint of="k" /> {keys.next}
            </span>
            <span>
              <KeyHint of="." />
              <KeyHint of="," /> {keys.claim}
            </span>
            <span>
              <KeyHint of="s" /> {keys.pick}
            </span>
            <span>
              <KeyHint of="a" /> {keys.add}
            </span>
            <span>
              <KeyHint of="?" /> {keys.help}
            </span>
          </>
        ) : (
          <span>{t.reading.keysOff}</span>
        )}
        <a href={`/${lang}/desk/account`}>{t.reading.keysSetting}</a>
      </section>
    </>
  )
}

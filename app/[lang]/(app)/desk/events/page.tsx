import type { Metadata } from 'next'
import { NewEvent } from '@/app/_ui/new-source.client'
import { QueueTable } from '@/app/_ui/queue-table'
import { deskWords } from '@/lib/i18n/desk'
import { number } from '@/lib/i18n/format'
import { Own } from '@/lib/present/parts/own-words'
import { When } from '@/lib/present/parts/when'
import { loadDeskEvents } from '@/lib/services/load-desk-lists'
import { asKnown } from '@/lib/web/as-known'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { addEventAction } from './actions'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskWords(await languageOfParams(params)).events.title }
}

/** What the claims are about. */
export default async function EventsPage({ params }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { events, mayAdd } = await asKnown((desk) => loadDeskEvents(desk))
  const t = deskWords(lang).events
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      {events.length === 0 && <p>{t.empty}</p>}
      {events.length > 0 && (
        <QueueTable title={t.title} scrolls={t.scrolls} heads={[t.ref, t.event, t.date, t.claims, t.conflicts]}>
          {events.map((event) => (
            <tr key={event.id} id={event.slug}>
              <td>
                <span className="mono">{event.ref}</span>
              </td>
              <th scope="row" className="cl">
                <a href={`/${lang}/desk/events/${event.slug}`}>
                  <Own lang={lang} fr={event.titleFr} en={event.titleEn} />
                </a>
              </th>
              <td data-head={t.date}>
                <When lang={lang} date={event.date} />
              </td>
              <td data-head={t.claims}>
                <a href={`/${lang}/desk/claims?event=${event.id}`} aria-label={t.claimsOf(event.claims, event.ref)}>
                  {number(lang, event.claims)}
                </a>
              </td>
              <td data-head={t.conflicts}>
                <a href={`/${lang}/desk/conflicts?event=${event.id}`} aria-label={t.conflictsOf(event.open, event.ref)}>
                  {number(lang, event.open)}
                </a>
              </td>
            </tr>
          ))}
        </QueueTable>
      )}
      {mayAdd && (
        <section className="sec prose" aria-labelledby="add">
          <h2 id="add">{t.add}</h2>
          <NewEvent lang={lang} action={addEventAction} />
        </section>
      )}
    </main>
  )
}

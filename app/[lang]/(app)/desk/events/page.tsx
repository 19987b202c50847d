import type { Metadata } from 'next'
import { NewEvent } from '@/app/_ui/new-source.client'
import { deskWords } from '@/lib/i18n/desk'
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
      <ul className="stack">
        {events.map((event) => (
          <li key={event.id} id={event.slug}>
            <span className="mono">{event.ref}</span> <strong>{lang === 'fr' ? event.titleFr : event.titleEn}</strong>{' '}
            <a href={`/${lang}/desk/events/${event.slug}`}>{t.matrix}</a>{' '}
            <a href={`/${lang}/desk/claims?event=${event.id}`}>{deskWords(lang).claims.title}</a>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <section className="sec prose" aria-labelledby="add">
          <h2 id="add">{t.add}</h2>
          <NewEvent lang={lang} action={addEventAction} />
        </section>
      )}
    </main>
  )
}

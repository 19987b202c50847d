import type { Metadata } from 'next'
import { DispatchLines } from '@/app/_ui/dispatch-lines'
import { deskWords } from '@/lib/i18n/desk'
import { loadDeskToday } from '@/lib/services/load-desk-lists'
import { deskOfRequest } from '@/lib/web/desk'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskWords(await languageOfParams(params)).today.title }
}

/** What is waiting for somebody. */
export default async function TodayPage({ params }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { dispatches, counts, mayAdd, mayPublish } = await loadDeskToday(await deskOfRequest())
  const t = deskWords(lang).today
  const waiting = [
    ['conflicts', counts.conflicts, t.conflicts],
    ['verdicts', counts.second, t.second],
    ['verdicts', counts.rereview, t.rereview],
    ['verdicts', counts.drafts, t.drafts],
  ] as const
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <p className="dim">{t.lead}</p>
      <ul className="stack">
        {waiting
          .filter(([, n]) => n > 0)
          .map(([path, n, sentence]) => (
            <li key={sentence(2)}>
              <a href={`/${lang}/desk/${path}`}>{sentence(n)}</a>
            </li>
          ))}
      </ul>
      <section className="sec" aria-labelledby="dispatches">
        <h2 id="dispatches">{t.dispatches}</h2>
        <DispatchLines lang={lang} dispatches={dispatches} mayAdd={mayAdd} mayPublish={mayPublish} />
      </section>
    </main>
  )
}

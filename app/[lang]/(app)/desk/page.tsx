import type { Metadata } from 'next'
import { DispatchLines } from '@/app/_ui/dispatch-lines'
import { QueueBoard } from '@/app/_ui/queue-links'
import { deskWords } from '@/lib/i18n/desk'
import { loadDeskToday } from '@/lib/services/load-desk-lists'
import { asKnown } from '@/lib/web/as-known'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { queuesOfRequest } from './_parts/queues-of-request'
import { TourEntry } from './_parts/tour'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskWords(await languageOfParams(params)).today.title }
}

/** What is waiting for somebody. */
export default async function TodayPage({ params }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { dispatches, mayAdd, mayPublish } = await asKnown((desk) => loadDeskToday(desk))
  const t = deskWords(lang).today
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <p className="dim">{t.lead}</p>
      <TourEntry lang={lang} />
      <QueueBoard lang={lang} {...(await queuesOfRequest())} />
      <section className="sec" aria-labelledby="dispatches">
        <h2 id="dispatches">{t.dispatches}</h2>
        <DispatchLines lang={lang} dispatches={dispatches} mayAdd={mayAdd} mayPublish={mayPublish} />
      </section>
    </main>
  )
}

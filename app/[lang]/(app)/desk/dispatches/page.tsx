import type { Metadata } from 'next'
import { DispatchLines } from '@/app/_ui/dispatch-lines'
import { deskWords } from '@/lib/i18n/desk'
import { loadDeskToday } from '@/lib/services/load-desk-lists'
import { asKnown } from '@/lib/web/as-known'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskWords(await languageOfParams(params)).dispatches.title }
}

/** Every dispatch taken in. */
export default async function DispatchesPage({ params }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { dispatches, mayAdd, mayPublish } = await asKnown((desk) => loadDeskToday(desk))
  return (
    <main id="main" className="pane">
      <h1 className="h1">{deskWords(lang).dispatches.title}</h1>
      <DispatchLines lang={lang} dispatches={dispatches} mayAdd={mayAdd} mayPublish={mayPublish} />
    </main>
  )
}

import type { Metadata } from 'next'
import { DispatchLines } from '@/app/_ui/dispatch-lines'
import { deskWords } from '@/lib/i18n/desk'
import { deskUndoWords } from '@/lib/i18n/desk-undo'
import { loadDeskToday } from '@/lib/services/load-desk-lists'
import { asKnown } from '@/lib/web/as-known'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Notice } from '../verdicts/_parts/notice.client'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<{ done?: string }> }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: deskWords(await languageOfParams(params)).dispatches.title }
}

/** Every dispatch taken in. */
export default async function DispatchesPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { dispatches, mayAdd, mayPublish } = await asKnown((desk) => loadDeskToday(desk))
  const { done } = await searchParams
  return (
    <main id="main" className="pane">
      <h1 className="h1">{deskWords(lang).dispatches.title}</h1>
      <Notice said={done === 'undone' ? deskUndoWords(lang).dispatchUndone : ''} />
      <DispatchLines lang={lang} dispatches={dispatches} mayAdd={mayAdd} mayPublish={mayPublish} />
    </main>
  )
}

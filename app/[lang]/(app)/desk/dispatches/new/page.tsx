import type { Metadata } from 'next'
import { NewDispatch } from '@/app/_ui/new-dispatch.client'
import { deskWords } from '@/lib/i18n/desk'
import { loadPublishers } from '@/lib/services/load-desk-lists'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { addDispatchAction } from './actions'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskWords(await languageOfParams(params)).newDispatch.title }
}

export default async function NewDispatchPage({ params }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const publishers = await orNotFound(loadPublishers(await deskOfRequest()))
  const t = deskWords(lang).newDispatch
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <div className="prose">
        <p className="dim">{t.lead}</p>
        <NewDispatch lang={lang} publishers={publishers} action={addDispatchAction} />
      </div>
    </main>
  )
}

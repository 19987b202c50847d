import type { Metadata } from 'next'
import { type FromReport, NewDispatch } from '@/app/_ui/new-dispatch.client'
import { webAddress } from '@/lib/domain/input'
import { permits } from '@/lib/domain/permission'
import { deskWords } from '@/lib/i18n/desk'
import { deskReportsWords } from '@/lib/i18n/desk-reports'
import { loadPublishers } from '@/lib/services/load-desk-lists'
import { loadDeskReport } from '@/lib/services/load-desk-reports'
import { deskOfRequest } from '@/lib/web/desk'
import { fetchesPages } from '@/lib/web/fetch-page'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { addDispatchAction, readDispatchFileAction } from './actions'

type Props = {
  params: Promise<{ lang: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: deskWords(await languageOfParams(params)).newDispatch.title }
}

/** Taking a text in: pasted, or out of the message of a reader who asks that it be checked. */
export default async function NewDispatchPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const publishers = await orNotFound(loadPublishers(await deskOfRequest()))
  const { report: ticket } = await searchParams
  const found = typeof ticket === 'string' ? await orNotFound(loadDeskReport(await deskOfRequest(), ticket)) : null
  const place = webAddress().safeParse(found?.report.place)
  const from: FromReport | null = found && {
    ticket: found.report.ticket,
    words: found.report.words,
    language: found.report.language,
    url: place.success ? place.data : null,
  }
  const fetches = fetchesPages() && permits((await deskOfRequest()).actor, 'source:manage')
  const t = deskWords(lang).newDispatch
  const r = deskReportsWords(lang)
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <div className="prose">
        <p className="dim">{t.lead}</p>
        {found && (
          <div className="side">
            <p>
              <a href={`/${lang}/desk/reports/${found.report.ticket}`}>{r.fromMessage(found.report.ticket)}</a>.{' '}
              {r.textOfMessage}
            </p>
            {found.report.place && !place.success && (
              <p>
                <b>{r.place}</b>
                {lang === 'fr' ? '\u202f: ' : ': '}
                <bdi lang={found.report.language}>{found.report.place}</bdi>
              </p>
            )}
          </div>
        )}
        <NewDispatch
          lang={lang}
          publishers={publishers}
          from={from}
          action={addDispatchAction}
          readAction={readDispatchFileAction}
          fetches={fetches}
        />
      </div>
    </main>
  )
}

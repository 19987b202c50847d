import type { Metadata } from 'next'
import { newsCursor, readNewsCursor } from '@/lib/domain/notification'
import { deskTogetherWords } from '@/lib/i18n/desk-together'
import { newsSentence } from '@/lib/i18n/news-sentence'
import { deskPlacePath } from '@/lib/present/desk-places'
import { Own } from '@/lib/present/parts/own-words'
import { Moment } from '@/lib/present/parts/when'
import { loadNotifications } from '@/lib/services/load-notifications'
import { deskOfRequest } from '@/lib/web/desk'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { markAllAction, markOneAction } from './actions'
import { MarkForm } from './mark-forms.client'

type Props = {
  params: Promise<{ lang: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskTogetherWords(await languageOfParams(params)).notifications.title }
}

/** What concerns me and I have not seen yet, then what I have. */
export default async function NotificationsPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { after } = await searchParams
  const cursor = readNewsCursor(typeof after === 'string' ? after : undefined)
  const { news, next, unread, newest } = await loadNotifications(await deskOfRequest(), cursor)
  const t = deskTogetherWords(lang).notifications
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <div className="acts">
        <span role="status" className="dim">
          {unread > 0 && t.unread(unread)}
        </span>
        {unread > 0 && newest && (
          <MarkForm lang={lang} action={markAllAction} fields={{ upTo: newest }} label={t.markAll} look="b" />
        )}
        <a href={`/${lang}/desk/account#mail`}>{t.byMail}</a>
      </div>
      {news.length === 0 && <p className="dim">{t.none}</p>}
      <ol className="news">
        {news.map((it) => {
          const sentence = newsSentence(lang, it)
          const way = it.note
            ? `${deskPlacePath(lang, it.place).split('#')[0]}#note-${it.note}`
            : deskPlacePath(lang, it.place)
          return (
            <li key={it.id} className={it.isSeen ? undefined : 'unread'}>
              <p>
                {!it.isSeen && <span className="tag">{t.isNew}</span>} {sentence}
              </p>
              <p className="dim small">
                <Own lang={lang} fr={it.place.fr} en={it.place.en} /> · <Moment lang={lang} iso={it.at} />
              </p>
              <div className="acts">
                <MarkForm
                  lang={lang}
                  action={markOneAction}
                  fields={{ id: it.id, to: way }}
                  label={t.open}
                  name={t.openNamed(sentence)}
                  look="b"
                />
                {!it.isSeen && (
                  <MarkForm
                    lang={lang}
                    action={markOneAction}
                    fields={{ id: it.id }}
                    label={t.markRead}
                    name={t.markReadNamed(sentence)}
                  />
                )}
              </div>
            </li>
          )
        })}
      </ol>
      <p className="acts">
        {next && <a href={`?after=${newsCursor(next)}`}>{t.older}</a>}
        {cursor && <a href={`/${lang}/desk/notifications`}>{t.newest}</a>}
      </p>
    </main>
  )
}

import type { HomeRecord } from '@/lib/domain/home'
import type { Language } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'

type Props = { lang: Language; dispatches: HomeRecord['dispatches']; mayAdd: boolean; mayPublish: boolean }

/** Dispatches with how far each is, and the one thing to do when there is none. */
export function DispatchLines({ lang, dispatches, mayAdd, mayPublish }: Props) {
  const t = deskWords(lang)
  return (
    <>
      {dispatches.length === 0 && <p>{t.today.empty}</p>}
      <ul className="stack">
        {dispatches.map((it) => (
          <li key={it.id}>
            <a href={`/${lang}/desk/dispatches/${it.slug}`} lang={it.language}>
              <strong>{it.title}</strong>
            </a>
            <br />
            <span className="dim small">
              {it.publisher && `${it.publisher} · `}
              {t.dispatches.claims(it.claims)} · {t.dispatches.conflicts(it.conflicts)} ·{' '}
              {it.isPublic ? t.dispatches.isPublic : t.dispatches.isDraft}
            </span>{' '}
            {it.isPublic && <a href={`/${lang}/dispatches/${it.slug}`}>{t.dispatches.seePublic}</a>}
            {!it.isPublic && mayPublish && (
              <a href={`/${lang}/desk/verdicts/publish-reading?dispatch=${it.slug}`}>{t.dispatches.publish}</a>
            )}
          </li>
        ))}
      </ul>
      {mayAdd && (
        <p>
          <a className="b go" href={`/${lang}/desk/dispatches/new`}>
            {t.dispatches.add}
          </a>
        </p>
      )}
    </>
  )
}

'use client'
import type { ChangedRow } from '@/lib/domain/batch'
import type { Language } from '@/lib/domain/vocabulary'
import { deskQueuesWords } from '@/lib/i18n/desk-queues'
import { moment } from '@/lib/i18n/format'
import type { FormState } from '@/lib/web/action-result'

type Props = {
  lang: Language
  theirs: { changed: readonly ChangedRow[]; more: number; gone: number; left: number }
  typed: FormState<null>['typed']
  send: (form: FormData) => void
  isSending: boolean
}

/** The rows that are no longer what was seen, by name and last hand; and one button that does the same with the others. */
export function BulkRefused({ lang, theirs: { changed, more, gone, left }, typed, send, isSending }: Props) {
  const t = deskQueuesWords(lang).bulk
  return (
    <div className="side c-no">
      <strong>{t.changedSince}</strong>
      <ul>
        {changed.map(({ ref, by, at }) => (
          <li key={ref}>
            <span className="mono">{ref}</span>
            {by !== null && at !== null && (
              <>
                {' '}
                <bdi>{t.by(by)}</bdi>, {moment(lang, at)}
              </>
            )}
          </li>
        ))}
        {more > 0 && <li>{t.more(more)}</li>}
        {gone > 0 && <li>{t.gone(gone)}</li>}
      </ul>
      {left > 0 ? (
        <form action={send} className="acts">
          {Object.entries(typed).flatMap(([name, value]) =>
            (typeof value === 'string' ? [value] : value).map((it) => (
              <input key={`${name} ${it}`} type="hidden" name={name} value={it} />
            )),
          )}
          <button type="submit" name="others" value="on" className="b go" aria-disabled={isSending}>
            {t.doOthers(left)}
          </button>
          <span className="dim">{t.orReload}</span>
        </form>
      ) : (
        <p>{t.orReload}</p>
      )}
    </div>
  )
}

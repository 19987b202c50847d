import type { RefObject } from 'react'
import type { Language } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'

/** The keys of the reading view, in a dialog of the platform's own. */
export function ReadingHelp({ lang, dialog }: { lang: Language; dialog: RefObject<HTMLDialogElement | null> }) {
  const t = deskWords(lang).reading
  return (
    <dialog ref={dialog} aria-labelledby="help-title">
      <h2 id="help-title">{t.helpTitle}</h2>
      <dl className="keys-list">
        {(
          [
            ['j k', t.keys.next],
            ['. ,', t.keys.claim],
            ['s', t.keys.pick],
            ['⇧ ← →', t.keys.words],
            ['a', t.keys.add],
            ['Esc', t.keys.leave],
            ['?', t.keys.help],
          ] as const
        ).map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="b go">
          {t.close}
        </button>
      </form>
    </dialog>
  )
}

'use client'
import { useActionState } from 'react'
import type { TourStep } from '@/lib/domain/tour'
import type { Language } from '@/lib/domain/vocabulary'
import { deskTourWords } from '@/lib/i18n/desk-tour'
import { emptyFormState } from '@/lib/web/action-result'
import type { FormAction } from './action-form.client'

type Props = { lang: Language; step: TourStep; href: string; action: FormAction<null> }

/** One step of the tour: what to look at, and the way on, back and out. Stays in view below the page; no script needed. */
export function TourBox({ lang, step, href, action }: Props) {
  const t = deskTourWords(lang)
  const [, send, isSending] = useActionState(action, emptyFormState)
  const { title, text } = t.steps[step]
  return (
    <aside className="tour" aria-label={t.label}>
      <p className="kicker">{t.at(step)}</p>
      <h2>{title}</h2>
      <p>
        {text} <a href={href}>{t.show}</a>
      </p>
      <form action={send} className="acts">
        <input type="hidden" name="lang" value={lang} />
        {step < 5 ? (
          <button type="submit" name="to" value={step + 1} className="b go" aria-disabled={isSending}>
            {t.next}
          </button>
        ) : (
          <button type="submit" name="to" value="0" className="b go" aria-disabled={isSending}>
            {t.end}
          </button>
        )}
        {step > 1 && (
          <button type="submit" name="to" value={step - 1} className="b">
            {t.back}
          </button>
        )}
        {step < 5 && (
          <button type="submit" name="to" value="0" className="b bare">
            {t.skip}
          </button>
        )}
      </form>
    </aside>
  )
}

type StartProps = { lang: Language; isFirst: boolean; action: FormAction<null> }

/** The way into the tour: offered once in full, then as one button. */
export function TourStart({ lang, isFirst, action }: StartProps) {
  const t = deskTourWords(lang)
  const [, send, isSending] = useActionState(action, emptyFormState)
  return (
    <form action={send} className={isFirst ? 'tour-offer side' : 'tour-offer'}>
      <input type="hidden" name="lang" value={lang} />
      {isFirst && (
        <p>
          <strong>{t.offerTitle}</strong> {t.offer}
        </p>
      )}
      <p className="acts">
        <button type="submit" name="to" value="1" className={isFirst ? 'b go' : 'b'} aria-disabled={isSending}>
          {isFirst ? t.start : t.replay}
        </button>
        {isFirst && (
          <button type="submit" name="to" value="0" className="b bare">
            {t.notNow}
          </button>
        )}
      </p>
    </form>
  )
}

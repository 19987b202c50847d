'use client'
import { useActionState, useEffect, useRef, useState } from 'react'
import type { OfferedUndo } from '@/lib/domain/undo'
import type { Language } from '@/lib/domain/vocabulary'
import { deskKeysWords } from '@/lib/i18n/desk-keys'
import { deskUndoWords } from '@/lib/i18n/desk-undo'
import { faultSentence } from '@/lib/i18n/faults'
import { emptyFormState } from '@/lib/web/action-result'
import type { FormAction } from './action-form.client'
import { KeyHint, useAria, useKeys } from './keys.client'

/** Longer than the ten seconds somebody may need to read it and reach the button; it waits for whoever is on it. */
const SHOWN_MS = 25_000
const AGAIN_MS = 5_000

type Props = {
  lang: Language
  offered: OfferedUndo | null
  action: FormAction<null>
}

/**
 * What was just done, and the button that takes it back; ⌘Z or Ctrl Z do the same, and `z` where single keys are on. The
 * layout of the desk shows it on every page: to offer an undo see lib/domain/undo. Without JavaScript it is a plain form.
 */
export function UndoToast({ lang, offered, action }: Props) {
  const t = deskUndoWords(lang)
  const aria = useAria()
  const [{ result }, send, isSending] = useActionState(action, emptyFormState)
  const [closed, setClosed] = useState<string | null>(null)
  /** The offer the last answer belongs to: a newer one is shown without it. */
  const [asked, setAsked] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const stamp = offered?.stamp ?? null
  const answer = result && (stamp === null || asked === stamp) ? result : null
  const isOffered = offered !== null && closed !== stamp && !answer?.ok

  useEffect(() => {
    if (!stamp) return
    let timer = setTimeout(function leave() {
      if (box.current?.matches(':hover, :focus-within')) timer = setTimeout(leave, AGAIN_MS)
      else setClosed(stamp)
    }, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [stamp])

  const takeBack = (press: string) => ({
    press,
    name: deskKeysWords(lang).undo,
    group: deskKeysWords(lang).groups.anywhere,
    run: () => form.current?.requestSubmit(),
  })
  // In a field, undo belongs to what is being typed: neither key is heard there.
  useKeys(isOffered ? [takeBack('mod+z'), takeBack('z')] : [])

  const said = answer
    ? answer.ok
      ? t.undone
      : answer.code === 'stale'
        ? t.stale
        : [t.refused, ...answer.fields.map((it) => faultSentence(lang, it))].join(' ')
    : isOffered
      ? t.did[offered.undo.verb]
      : ''
  return (
    <section ref={box} className="undo-toast" aria-label={t.label}>
      <p role="status">{said}</p>
      {isOffered && (
        <form ref={form} action={send} onSubmit={() => setAsked(stamp)}>
          <input type="hidden" name="lang" value={lang} />
          <input type="hidden" name="undo" value={JSON.stringify(offered.undo)} />
          {answer === null && (
            <button type="submit" className="b go" aria-disabled={isSending} aria-keyshortcuts={aria('mod+z')}>
              {t.verb[offered.undo.verb]} <KeyHint of="z" />
            </button>
          )}
          <button type="button" className="b bare" onClick={() => setClosed(stamp)}>
            {t.close}
          </button>
        </form>
      )}
    </section>
  )
}

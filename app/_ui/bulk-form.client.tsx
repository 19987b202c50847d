'use client'
import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import type { ChangedRow } from '@/lib/domain/batch'
import type { Language } from '@/lib/domain/vocabulary'
import { failureSentence } from '@/lib/i18n/auth'
import { deskQueuesWords } from '@/lib/i18n/desk-queues'
import { faultSentence } from '@/lib/i18n/faults'
import { type ActionFailure, emptyFormState, type FormState } from '@/lib/web/action-result'
import type { FormAction } from './action-form.client'
import { BulkRefused } from './bulk-refused.client'
import { Kbd } from './kbd'
import { usePicks } from './use-picks.client'

/** One thing to do with the chosen rows: a field, and the buttons that use it. */
export type BulkGroup = {
  name: string
  label: string
  /** Choices of a list; for typed words, what is in use already. */
  options: readonly (readonly [value: string, word: string])[]
  isTyped?: boolean
  buttons: readonly (readonly [act: string, word: string])[]
}
type Props = {
  lang: Language
  action: FormAction<null>
  groups: readonly BulkGroup[]
  /** Buttons that need no field. */
  plain?: readonly (readonly [act: string, word: string])[]
  query: string
  seenAt: string
  total: number
  shown: number
  singleKeys: boolean
  children: ReactNode
}

/**
 * Rows with boxes, and what can be done with those that are ticked. A plain form before JavaScript; with it: how many are
 * chosen, a range with Shift, `x` on the row one is at, Esc for none.
 */
export function BulkForm(props: Props) {
  const { lang, action, groups, plain = [], query, seenAt, total, shown, singleKeys, children } = props
  const t = deskQueuesWords(lang).bulk
  const [{ result, typed }, send, isSending] = useActionState(action, emptyFormState as FormState<null>)
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const [isAll, setAll] = useState(false)
  const picks = usePicks(form, singleKeys)
  const { restore } = picks
  useEffect(() => {
    if (result?.ok !== false) return
    restore(typed)
    summary.current?.focus()
  }, [result, typed, restore])
  const failure = result?.ok === false ? result : null
  const chosen = isAll ? total : picks.count
  return (
    <>
      <div ref={summary} tabIndex={-1} role={failure ? 'alert' : undefined}>
        {failure && <Refusal lang={lang} failure={failure} typed={typed} send={send} isSending={isSending} />}
      </div>
      <form ref={form} action={send} className="bulk-form">
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="query" value={query} />
        <input type="hidden" name="seenAt" value={seenAt} />
        <input type="hidden" name="count" value={total} />
        <fieldset className="bulk" aria-busy={isSending}>
          <legend className="vh">{t.title}</legend>
          {/* What Enter in a field presses: nothing happens before somebody says what. */}
          <button type="submit" name="do" value="none" hidden>
            {t.title}
          </button>
          <output>
            <b>{isSending ? t.working(chosen) : t.chosen(chosen)}</b>
            {isSending && chosen > 500 && <progress aria-label={t.working(chosen)} />}
          </output>
          <label className="check">
            <input
              type="checkbox"
              aria-label={t.page(shown)}
              checked={picks.count === shown && shown > 0}
              onChange={(event) => picks.setPage(event.target.checked)}
            />
            {t.page(shown)}
          </label>
          {total > shown && (
            <label className="check">
              <input
                type="checkbox"
                name="all"
                checked={isAll}
                onChange={(event) => {
                  setAll(event.target.checked)
                  picks.setPage(event.target.checked)
                }}
              />
              {t.all(total)}
            </label>
          )}
          {groups.map((group) => (
            <Group key={group.name} lang={lang} group={group} isSending={isSending} />
          ))}
          {plain.map(([act, word]) => (
            <button key={act} type="submit" name="do" value={act} className="b">
              {word}
            </button>
          ))}
          {singleKeys && (
            <span className="dim small hide-s">
              <Kbd>j</Kbd> <Kbd>k</Kbd> {t.keys.row} · <Kbd>x</Kbd> {t.keys.pick} · <Kbd>⇧ x</Kbd> {t.keys.range} ·{' '}
              <Kbd>Esc</Kbd> {t.keys.none}
            </span>
          )}
        </fieldset>
        {children}
      </form>
    </>
  )
}

function Group({ lang, group, isSending }: { lang: Language; group: BulkGroup; isSending: boolean }) {
  const id = `bulk-${group.name}`
  return (
    <span className="bulk-group">
      <label htmlFor={id} className="vh">
        {group.label}
      </label>
      {group.isTyped ? (
        <>
          <input id={id} name={group.name} list={`${id}-known`} placeholder={group.label} autoComplete="off" />
          <datalist id={`${id}-known`}>
            {group.options.map(([value]) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </>
      ) : (
        <select id={id} name={group.name} defaultValue="">
          <option value="">{deskQueuesWords(lang).bulk.choose(group.label)}</option>
          {group.options.map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      )}
      {group.buttons.map(([act, word]) => (
        <button key={act} type="submit" name="do" value={act} className="b" aria-disabled={isSending}>
          {word}
        </button>
      ))}
    </span>
  )
}

type RefusalProps = {
  lang: Language
  failure: ActionFailure
  typed: FormState<null>['typed']
  send: (form: FormData) => void
  isSending: boolean
}

/** Why nothing was written. Rows that others changed are named, and can be left out. */
function Refusal({ lang, failure, typed, send, isSending }: RefusalProps) {
  const t = deskQueuesWords(lang).bulk
  const theirs = failure.collision?.theirs as
    | { changed: ChangedRow[]; more: number; gone: number; left: number }
    | undefined
  if (failure.code === 'stale' && theirs)
    return <BulkRefused lang={lang} theirs={theirs} typed={typed} send={send} isSending={isSending} />
  const sentences = failure.fields.map((it) =>
    it.field === 'pick' ? t.nothingChosen : it.field === 'do' ? t.nothingToDo : faultSentence(lang, it),
  )
  return (
    <div className="side c-no">
      <strong>{t.refused}</strong>
      <ul>
        {(sentences.length > 0 ? sentences : [failureSentence(lang, failure.code, failure.requestId)]).map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
    </div>
  )
}

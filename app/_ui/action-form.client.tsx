'use client'
import { type ReactNode, useActionState, useEffect, useId, useRef, useState } from 'react'
import type { Language } from '@/lib/domain/vocabulary'
import { authWords, failureSentence } from '@/lib/i18n/auth'
import { faultSentence } from '@/lib/i18n/faults'
import { emptyFormState, type FormState } from '@/lib/web/action-result'
import { DraftLine } from './drafts.client'
import { useFormDraft } from './form-draft'
import { KeyHint, useAria } from './keys.client'

export type FormAction<T> = (before: FormState<T>, form: FormData) => Promise<FormState<T>>
type Refused = { field: string; sentence: string }

/** What a form knows of its last answer. */
export type Answer<T> = {
  value: T | null
  typed: (name: string) => string | undefined
  refused: (name: string) => string | undefined
}

type Props<T> = {
  lang: Language
  action: FormAction<T>
  /** Names of the fields that are on the page, with their ids, so that the summary can lead to them. */
  ids: Record<string, string>
  submit: string
  submitClass?: string
  /** The whole name of the button, where its word alone would not say on what it acts. */
  submitName?: string | undefined
  /** Said instead of the general sentence for one code: a refused sign-in is not "you are not signed in". */
  title?: Partial<Record<string, string | null>>
  className?: string
  /** Said once it is done, where "saved" would not be the word. */
  done?: string
  /** Under which what is typed here is kept until it is sent; no draft without it. */
  draftKey?: string
  children: (answer: Answer<T>) => ReactNode
}

/** One form, one action: keeps what was typed, gathers the refusals on top and takes the focus there. Works without JavaScript. */
export function ActionForm<T>({
  lang,
  action,
  ids,
  submit,
  submitClass = 'b go',
  submitName,
  title = {},
  className = 'stack',
  done,
  draftKey,
  children,
}: Props<T>) {
  const [{ result, typed }, send, isSending] = useActionState(action, emptyFormState as FormState<T>)
  const summary = useRef<HTMLDivElement>(null)
  const aria = useAria()
  const form = useRef<HTMLFormElement>(null)
  const draft = useFormDraft({ form, draftKey: draftKey ?? null, isSending, result })
  useEffect(() => {
    if (result?.ok === false) summary.current?.focus()
  }, [result])
  const { app } = authWords(lang)
  const refusals: Refused[] =
    result?.ok === false ? result.fields.map((it) => ({ field: it.field, sentence: faultSentence(lang, it) })) : []
  const general =
    result?.ok === false
      ? title[result.code] !== undefined
        ? title[result.code]
        : failureSentence(lang, result.code, result.requestId)
      : null
  return (
    <form
      ref={form}
      action={send}
      className={className}
      noValidate
      {...(draftKey ? { onInput: draft.onInput, onSubmit: draft.onSubmit } : {})}
    >
      {result?.ok === false && (
        <div ref={summary} role="alert" tabIndex={-1} className="side c-no">
          <strong>{general ?? app.summary(Math.max(1, refusals.length))}</strong>
          {refusals.length > 0 && (
            <ul>
              {refusals.map(({ field, sentence }) => (
                <li key={`${field} ${sentence}`}>
                  {ids[field] ? <a href={`#${ids[field]}`}>{sentence}</a> : sentence}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {children({
        value: result?.ok ? result.value : null,
        typed: (name) => (typeof typed[name] === 'string' ? typed[name] : undefined),
        refused: (name) => refusals.find(({ field }) => field === name)?.sentence,
      })}
      {draftKey && <DraftLine lang={lang} draft={draft} />}
      <p>
        <button
          type="submit"
          className={submitClass}
          aria-disabled={isSending}
          aria-label={submitName}
          aria-keyshortcuts={aria('mod+Enter')}
        >
          {isSending ? app.sending : submit} {className === 'stack' && <KeyHint of="mod+Enter" />}
        </button>{' '}
        <span role="status" className="dim small">
          {result?.ok && !isSending ? (done ?? app.saved) : ''}
        </span>
      </p>
    </form>
  )
}

type FieldProps = {
  id: string
  name: string
  label: string
  help?: string | undefined
  type?: 'text' | 'email'
  autoComplete?: string
  value?: string | undefined
  refused?: string | undefined
  readOnly?: boolean
}

/** A labelled line of text, its help and its refusal tied to it. */
export function Field({ id, name, label, help, type = 'text', autoComplete, value, refused, readOnly }: FieldProps) {
  return (
    <label className="f" htmlFor={id}>
      <span>{label}</span>
      {help && <small id={`${id}-help`}>{help}</small>}
      {refused && (
        <small id={`${id}-refused`}>
          <strong>{refused}</strong>
        </small>
      )}
      <input
        id={id}
        name={name}
        type={type}
        required
        readOnly={readOnly}
        defaultValue={value}
        autoComplete={autoComplete}
        autoCapitalize={type === 'email' ? 'none' : undefined}
        spellCheck={false}
        aria-invalid={refused ? true : undefined}
        aria-describedby={[help && `${id}-help`, refused && `${id}-refused`].filter(Boolean).join(' ') || undefined}
      />
    </label>
  )
}

type PasswordProps = {
  id: string
  name: string
  label: string
  show: string
  isNew?: boolean
  help?: string
  refused?: string | undefined
}

/** A password: pasting and password managers welcome, and it can be looked at before it is sent. */
export function PasswordField({ id, name, label, show, isNew = false, help, refused }: PasswordProps) {
  const [isShown, setShown] = useState(false)
  const [isAlive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  const box = useId()
  return (
    <div>
      <label className="f" htmlFor={id}>
        <span>{label}</span>
        {help && <small id={`${id}-help`}>{help}</small>}
        {refused && (
          <small id={`${id}-refused`}>
            <strong>{refused}</strong>
          </small>
        )}
        <input
          id={id}
          name={name}
          type={isShown ? 'text' : 'password'}
          required
          autoComplete={isNew ? 'new-password' : 'current-password'}
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={refused ? true : undefined}
          aria-describedby={[help && `${id}-help`, refused && `${id}-refused`].filter(Boolean).join(' ') || undefined}
        />
      </label>
      {isAlive && (
        <label htmlFor={box} className="who-here">
          <input id={box} type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
          {show}
        </label>
      )}
    </div>
  )
}

'use client'
import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { DraftLine } from '@/app/_ui/drafts.client'
import { useFormDraft } from '@/app/_ui/form-draft'
import { KeyHint, useAria } from '@/app/_ui/keys.client'
import { leadToField } from '@/app/_ui/lead-to-field'
import { ChangedWords } from '@/app/_ui/verdict-changed-words'
import type { FieldFault } from '@/lib/domain/fault'
import type { Language } from '@/lib/domain/vocabulary'
import { authWords, failureSentence } from '@/lib/i18n/auth'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { faultSentence } from '@/lib/i18n/faults'
import { type ActionFailure, emptyFormState, type FormState } from '@/lib/web/action-result'

export type FormAction = (before: FormState<null>, form: FormData) => Promise<FormState<null>>

/** What the fields of a form are told about its last answer. */
export type Answer = {
  id: (name: string) => string
  /** What was typed, if the form came back; else the saved value. */
  value: (name: string, saved?: string | null) => string
  isChecked: (name: string, value: string, saved: boolean) => boolean
  refused: (name: string) => string | undefined
}

type Props = {
  lang: Language
  action: FormAction
  /** Begins every id of this form. */
  prefix: string
  /** Field names with their labels: for the summary, and for the two texts of a stale save. */
  labels: Record<string, string>
  /** The version the writer saw; after a stale save, the one that was saved meanwhile. */
  version?: number
  /** Words for values of closed lists in a stale save. */
  say?: (name: string, value: string) => string
  /** Under which what is typed here is kept until it is sent; no draft without it. */
  draftKey?: string | null
  submit: string
  submitClass?: string
  submitName?: string
  className?: string
  children: (answer: Answer) => ReactNode
}

/**
 * One form, one action. A refusal keeps what was typed, names each field and takes the focus; a stale save shows both texts.
 * It works without JavaScript.
 */
export function WorkForm({
  lang,
  action,
  prefix,
  labels,
  version,
  say,
  draftKey = null,
  submit,
  children,
  ...look
}: Props) {
  const [{ result, typed }, send, isSending] = useActionState(action, emptyFormState as FormState<null>)
  const summary = useRef<HTMLDivElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const aria = useAria()
  const draft = useFormDraft({ form, draftKey, version, isSending, result })
  const failure = result?.ok === false ? result : null
  useEffect(() => {
    if (result?.ok === false) summary.current?.focus()
  }, [result])
  // An address that names a field of this form leads into it: `e` on a claim ends where one types.
  useEffect(() => {
    const field = location.hash === '' ? null : document.getElementById(location.hash.slice(1))
    if (field && form.current?.contains(field)) leadToField(field)
  }, [])
  const id = (name: string) => `${prefix}-${name.replaceAll('.', '-')}`
  const hasTyped = failure !== null
  const answer: Answer = {
    id,
    value: (name, saved) => {
      const was = typed[name]
      return hasTyped ? (typeof was === 'string' ? was : '') : (saved ?? '')
    },
    isChecked: (name, value, saved) =>
      hasTyped ? typed[name] === value || (Array.isArray(typed[name]) && typed[name].includes(value)) : saved,
    refused: (name) => {
      const fault = failure?.fields.find(({ field }) => field === name)
      return fault && sentenceOf(lang, fault)
    },
  }
  const isStale = failure?.code === 'stale' && failure.collision !== null
  return (
    <form
      ref={form}
      action={send}
      onSubmit={draft.onSubmit}
      className={look.className ?? 'stack'}
      noValidate
      onInput={draft.onInput}
    >
      {failure && !isStale && <Summary boxRef={summary} lang={lang} failure={failure} id={id} labels={labels} />}
      {failure && isStale && (
        <BothTexts boxRef={summary} form={form} lang={lang} failure={failure} typed={typed} labels={labels} say={say} />
      )}
      {version !== undefined && (
        <input
          type="hidden"
          name="version"
          value={failure?.collision?.version ?? (Number(typed.version) || draft.version)}
          readOnly
        />
      )}
      {children(answer)}
      {draftKey && <DraftLine lang={lang} draft={draft} />}
      <p className="acts">
        <button
          type="submit"
          className={look.submitClass ?? 'b go'}
          aria-disabled={isSending}
          aria-label={look.submitName}
          aria-keyshortcuts={aria('mod+Enter')}
        >
          {isSending ? deskReviewWords(lang).form.sending : submit}{' '}
          {look.className === undefined && <KeyHint of="mod+Enter" />}
        </button>
      </p>
    </form>
  )
}

/** Why a field was refused; the codes of a closed list are on the page in words, so they are not listed again. */
const sentenceOf = (lang: Language, { field, reason, values }: FieldFault): string =>
  faultSentence(lang, reason === 'not_a_choice' || values === undefined ? { field, reason } : { field, reason, values })

type SummaryProps = {
  boxRef: React.RefObject<HTMLDivElement | null>
  lang: Language
  failure: ActionFailure
  id: (name: string) => string
  labels: Record<string, string>
}

function Summary({ boxRef, lang, failure, id, labels }: SummaryProps) {
  const { fields, code, requestId } = failure
  const { colon } = deskReviewWords(lang)
  return (
    <div ref={boxRef} role="alert" tabIndex={-1} className="side c-no">
      <strong>
        {fields.length > 0 && code === 'invalid'
          ? authWords(lang).app.summary(fields.length)
          : failureSentence(lang, code, requestId)}
      </strong>
      {fields.length > 0 && (
        <ul>
          {fields.map((fault) => (
            <li key={`${fault.field} ${fault.reason}`}>
              {labels[fault.field] ? (
                <a href={`#${id(fault.field)}`}>
                  {labels[fault.field]}
                  {colon}
                  {sentenceOf(lang, fault)}
                </a>
              ) : (
                sentenceOf(lang, fault)
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type BothProps = {
  boxRef: React.RefObject<HTMLDivElement | null>
  form: React.RefObject<HTMLFormElement | null>
  lang: Language
  failure: ActionFailure
  typed: FormState<null>['typed']
  labels: Record<string, string>
  say: Props['say'] | undefined
}

/** A stale save: what they saved beside what was typed, field by field, and the way to take theirs. */
function BothTexts({ boxRef, form, lang, failure, typed, labels, say = (_name, value) => value }: BothProps) {
  const { form: t } = deskReviewWords(lang)
  const [taken, setTaken] = useState('')
  const theirs = failure.collision?.theirs ?? {}
  const differing = Object.keys(labels).filter(
    (name) =>
      Object.hasOwn(theirs, name) && typeof typed[name] === 'string' && String(theirs[name] ?? '') !== typed[name],
  )
  const take = (name: string) => {
    const field = form.current?.elements.namedItem(name)
    if (
      field instanceof RadioNodeList ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLInputElement ||
      field instanceof HTMLSelectElement
    )
      field.value = String(theirs[name] ?? '')
    setTaken(labels[name] ?? name)
  }
  return (
    <div ref={boxRef} role="alert" tabIndex={-1} className="side c-no">
      <strong>{t.both}</strong>
      <p>{t.bothLead}</p>
      {differing.map((name) => {
        const before = say(name, String(theirs[name] ?? ''))
        const after = say(name, String(typed[name]))
        return (
          <div key={name} className="both">
            <h3>{labels[name]}</h3>
            <dl>
              <div>
                <dt>{t.theirs}</dt>
                <dd>{before || t.empty}</dd>
              </div>
              <div>
                <dt>{t.yours}</dt>
                <dd>{after || t.empty}</dd>
              </div>
              <div className="whole">
                <dt>{t.change}</dt>
                <dd>
                  <ChangedWords lang={lang} before={before} after={after} />
                </dd>
              </div>
            </dl>
            <button type="button" className="b" onClick={() => take(name)}>
              {t.takeTheirs(labels[name] ?? name)}
            </button>
          </div>
        )
      })}
      <p>
        <span role="status">{taken && `${taken}. ${t.taken}`}</span>
        <a href="?">{t.reload}</a>
      </p>
    </div>
  )
}

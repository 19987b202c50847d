'use client'
import { useActionState, useEffect, useRef } from 'react'
import { ActionForm, Field, type FormAction } from '@/app/_ui/action-form.client'
import { type DispatchFile, type DispatchFileRead, MAX_DISPATCH_FILE } from '@/lib/domain/dispatch-file'
import { DATE_BASES, type Language } from '@/lib/domain/vocabulary'
import { failureSentence } from '@/lib/i18n/auth'
import { deskWords } from '@/lib/i18n/desk'
import { dispatchFileWords } from '@/lib/i18n/dispatch-file'
import { faultSentence } from '@/lib/i18n/faults'
import { emptyFormState, type FormState } from '@/lib/web/action-result'
import { TextBox } from './text-box.client'

/** The message of a reader a text is taken from: what of it stands in the form from the start. */
export type FromReport = { ticket: string; words: string; language: Language; url: string | null }
type Form = {
  lang: Language
  publishers: readonly { id: string; name: string }[]
  from: FromReport | null
  action: FormAction<null>
}
/** `fetches`: whether this person may have a page fetched by its address. */
type Props = Form & { readAction: FormAction<DispatchFileRead>; fetches: boolean }

/** Taking a text in: pasted, or read from a file into the same form, which a person reads through before it is kept. */
export function NewDispatch({ readAction, fetches, ...form }: Props) {
  const { lang } = form
  const [{ result, typed }, send, isReading] = useActionState(readAction, emptyFormState as FormState<DispatchFileRead>)
  const answer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (result) answer.current?.focus()
  }, [result])
  const f = dispatchFileWords(lang)
  const found = result?.ok && result.value.ok ? result.value.file : null
  const refusal =
    result?.ok === false
      ? (result.fields.map((it) => faultSentence(lang, it))[0] ?? failureSentence(lang, result.code, result.requestId))
      : result?.value.ok === false
        ? f.refusal[result.value.reason]
        : null
  return (
    <>
      <form action={send} className="side stack">
        <h2 className="h3">{f.title}</h2>
        <p className="dim">{f.lead}</p>
        <input type="hidden" name="lang" value={lang} />
        <div className="f">
          <label htmlFor="file">{f.file}</label>
          <input
            id="file"
            name="file"
            type="file"
            required={!fetches}
            accept=".txt,.html,.htm,.xhtml,.docx,.pdf,text/plain,text/html,application/pdf"
            aria-describedby={result ? 'file-answer' : undefined}
            aria-invalid={refusal ? true : undefined}
            onChange={({ currentTarget: it }) =>
              it.setCustomValidity((it.files?.[0]?.size ?? 0) > MAX_DISPATCH_FILE ? f.refusal.file_too_large : '')
            }
          />
        </div>
        {fetches && (
          <div className="f">
            <label htmlFor="address">{f.address}</label>
            <input
              id="address"
              name="address"
              type="url"
              maxLength={2_048}
              defaultValue={typeof typed.address === 'string' ? typed.address : undefined}
              aria-describedby={result ? 'file-answer' : undefined}
            />
          </div>
        )}
        <div id="file-answer" ref={answer} tabIndex={-1} role={refusal ? 'alert' : 'status'}>
          {isReading && <p>{f.reading}</p>}
          {!isReading && refusal && (
            <p>
              <strong>{refusal}</strong>
            </p>
          )}
          {!isReading && found && (
            <>
              <p>
                <strong>{f.filled(f.format[found.format], [...found.text].length)}</strong>
              </p>
              {found.warnings.length > 0 && (
                <ul>
                  {found.warnings.map((it) => (
                    <li key={it}>{f.warning[it]}</li>
                  ))}
                </ul>
              )}
            </>
          )}
        </div>
        <button className="b" type="submit" disabled={isReading}>
          {f.submit}
        </button>
      </form>
      <DispatchForm key={found ? `${found.title}:${found.text.length}` : 'pasted'} {...form} found={found} />
    </>
  )
}

/** Keeps a text letter for letter; a refused form keeps what was typed, with or without JavaScript. */
function DispatchForm({ lang, publishers, from, action, found }: Form & { found: DispatchFile | null }) {
  const day = /^\d{4}-\d\d-\d\d/.exec(found?.published ?? '')?.[0]
  const t = deskWords(lang).newDispatch
  const ids = {
    title: 'title',
    text: 'text',
    language: 'language',
    url: 'url',
    publisherId: 'publisher',
    'published.words': 'words',
    'published.edtf': 'edtf',
    'published.basis': 'basis',
  }
  return (
    <ActionForm
      draftKey={from ? `dispatch:${from.ticket}` : found ? `dispatch:file:${found.text.length}` : 'dispatch'}
      lang={lang}
      action={action}
      ids={ids}
      submit={t.submit}
    >
      {({ typed, refused }) => (
        <>
          <input type="hidden" name="lang" value={lang} />
          {from && <input type="hidden" name="report" value={from.ticket} />}
          <Field
            id="title"
            name="title"
            label={t.headline}
            value={typed('title') ?? found?.title ?? undefined}
            refused={refused('title')}
          />
          <div className="f">
            <label htmlFor="text">{t.text}</label>
            {refused('text') && (
              <small id="text-refused">
                <strong>{refused('text')}</strong>
              </small>
            )}
            <TextBox
              id="text"
              name="text"
              rows={16}
              required
              spellCheck={false}
              defaultValue={typed('text') ?? found?.text ?? from?.words}
              aria-invalid={refused('text') ? true : undefined}
              aria-describedby={refused('text') ? 'text-refused' : undefined}
            />
          </div>
          <Field
            id="language"
            name="language"
            label={t.language}
            value={typed('language') ?? found?.language ?? from?.language ?? lang}
            refused={refused('language')}
          />
          <div className="f">
            <label htmlFor="publisher">{t.publisher}</label>
            <select id="publisher" name="publisherId" defaultValue={typed('publisherId') ?? ''}>
              <option value="">{t.noPublisher}</option>
              {publishers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="f">
            <label htmlFor="url">{t.url}</label>
            {refused('url') && (
              <small>
                <strong>{refused('url')}</strong>
              </small>
            )}
            <input id="url" name="url" type="url" defaultValue={typed('url') ?? found?.url ?? from?.url ?? undefined} />
          </div>
          <div className="f">
            <label htmlFor="words">{t.dateWords}</label>
            <input
              id="words"
              name="published.words"
              defaultValue={typed('published.words') ?? found?.published ?? undefined}
            />
          </div>
          <div className="f">
            <label htmlFor="edtf">{t.dateEdtf}</label>
            {refused('published.edtf') && (
              <small>
                <strong>{refused('published.edtf')}</strong>
              </small>
            )}
            <input id="edtf" name="published.edtf" defaultValue={typed('published.edtf') ?? day} />
          </div>
          <div className="f">
            <label htmlFor="basis">{t.basis}</label>
            {refused('published.basis') && (
              <small>
                <strong>{refused('published.basis')}</strong>
              </small>
            )}
            <select
              id="basis"
              name="published.basis"
              defaultValue={typed('published.basis') ?? (day ? 'stated' : 'unknown')}
            >
              {DATE_BASES.map((basis) => (
                <option key={basis} value={basis}>
                  {deskWords(lang).basis[basis]}
                </option>
              ))}
            </select>
          </div>
        </>
      )}
    </ActionForm>
  )
}

'use client'
import { ActionForm, Field, type FormAction } from '@/app/_ui/action-form.client'
import { DATE_BASES, type Language } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { TextBox } from './text-box.client'

/** The message of a reader a text is taken from: what of it stands in the form from the start. */
export type FromReport = { ticket: string; words: string; language: Language; url: string | null }
type Props = {
  lang: Language
  publishers: readonly { id: string; name: string }[]
  from: FromReport | null
  action: FormAction<null>
}

/** Pasting a text: it is kept letter for letter; a refused form keeps what was typed, with or without JavaScript. */
export function NewDispatch({ lang, publishers, from, action }: Props) {
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
      draftKey={from ? `dispatch:${from.ticket}` : 'dispatch'}
      lang={lang}
      action={action}
      ids={ids}
      submit={t.submit}
    >
      {({ typed, refused }) => (
        <>
          <input type="hidden" name="lang" value={lang} />
          {from && <input type="hidden" name="report" value={from.ticket} />}
          <Field id="title" name="title" label={t.headline} value={typed('title')} refused={refused('title')} />
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
              defaultValue={typed('text') ?? from?.words}
              aria-invalid={refused('text') ? true : undefined}
              aria-describedby={refused('text') ? 'text-refused' : undefined}
            />
          </div>
          <Field
            id="language"
            name="language"
            label={t.language}
            value={typed('language') ?? from?.language ?? lang}
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
            <input id="url" name="url" type="url" defaultValue={typed('url') ?? from?.url ?? undefined} />
          </div>
          <div className="f">
            <label htmlFor="words">{t.dateWords}</label>
            <input id="words" name="published.words" defaultValue={typed('published.words')} />
          </div>
          <div className="f">
            <label htmlFor="edtf">{t.dateEdtf}</label>
            {refused('published.edtf') && (
              <small>
                <strong>{refused('published.edtf')}</strong>
              </small>
            )}
            <input id="edtf" name="published.edtf" defaultValue={typed('published.edtf')} />
          </div>
          <div className="f">
            <label htmlFor="basis">{t.basis}</label>
            {refused('published.basis') && (
              <small>
                <strong>{refused('published.basis')}</strong>
              </small>
            )}
            <select id="basis" name="published.basis" defaultValue={typed('published.basis') ?? 'unknown'}>
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

import type { FieldFault } from '@/lib/domain/fault'
import { MAX_REPORT_WORDS, REPORT_KINDS, type ReportKind } from '@/lib/domain/report'
import { MAX_LINE_LENGTH } from '@/lib/domain/text'
import { faultSentence } from '@/lib/i18n/faults'
import { reportWordsIn } from '@/lib/i18n/report'
import { otherLanguage, reportPath } from '../addresses'
import type { DocumentContext } from '../context'
import { Icon } from '../parts/icons'
import { Layout } from '../parts/layout'
import { Own } from '../parts/own-words'
import { documentOf } from '../render'

/** What stands in the form: what was asked for, or what was typed and refused. */
export type ReportForm = {
  kind: string
  /** The public page it is about: how the address says it, and what the page is called. */
  about: { text: string; fr: string | null; en: string | null } | null
  place: string
  words: string
  contact: string
  subject: string
}
/** Why it was not sent: field by field, or as a whole; `turned` when the reader only went on in the other language. */
export type ReportRefusal = { fields: readonly FieldFault[] } | 'too_many' | 'too_long' | 'turned' | null

const FIELDS = ['kind', 'place', 'words', 'contact', 'subject'] as const
type Field = (typeof FIELDS)[number]

/** The form by which a reader reports, replies or submits. Everything typed stands in it again when it is refused. */
export function reportDocument(form: ReportForm, refusal: ReportRefusal, ctx: DocumentContext): string {
  const { lang } = ctx
  const t = reportWordsIn(lang)
  const labels: Record<Field, string> = {
    kind: t.kind,
    place: t.place,
    words: t.words,
    contact: t.contact,
    subject: t.trap,
  }
  const faults = refusal !== null && typeof refusal === 'object' ? refusal.fields : []
  const faultOf = (field: Field) => faults.find((it) => it.field === field)
  const errorOf = (field: Field) => {
    const fault = faultOf(field)
    return (
      fault && (
        <small id={`${field}-fault`} className="fault">
          <Icon name="alert" /> {faultSentence(lang, fault)}
        </small>
      )
    )
  }
  const described = (field: Field, hint: boolean) => ({
    'aria-describedby':
      [hint && `${field}-hint`, faultOf(field) && `${field}-fault`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': faultOf(field) ? true : undefined,
  })
  const chosen: ReportKind | undefined = REPORT_KINDS.find((it) => it === form.kind)
  return documentOf(
    <Layout
      ctx={ctx}
      path={refusal === null ? reportPath(lang) : null}
      typedIn={{ form: 'letter', to: reportPath(otherLanguage(lang)) }}
      title={t.title}
      description={t.lead}
    >
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{t.lead}</p>
      {refusal === 'turned' && (
        <div role="status" className="banner" id="turned">
          <Icon name="alert" />
          <p>{t.turned}</p>
        </div>
      )}
      {refusal !== null && refusal !== 'turned' && (
        <div role="alert" className="banner" id="refused">
          <Icon name="alert" />
          <div>
            <p>
              <b>{t.refused}.</b> {refusal === 'too_many' ? t.tooMany : refusal === 'too_long' ? t.tooLong : null}
            </p>
            {faults.length > 0 && (
              <ul>
                {FIELDS.flatMap((field) => {
                  const fault = faultOf(field)
                  if (!fault) return []
                  return (
                    <li key={field}>
                      <a href={`#${field === 'kind' ? `kind-${REPORT_KINDS[0]}` : field}`}>{labels[field]}</a>
                      {lang === 'fr' ? '\u202f: ' : ': '}
                      {faultSentence(lang, fault)}
                    </li>
                  )
                })}
              </ul>
            )}
          </div>
        </div>
      )}
      <form id="letter" method="post" action={reportPath(lang)} className="stack letter">
        {form.about && (
          <p>
            <b>{t.about}</b>
            <br />
            <a href={`/${lang}/${form.about.text}`}>
              <Own lang={lang} fr={form.about.fr} en={form.about.en} />
            </a>
            <input type="hidden" name="about" value={form.about.text} />
          </p>
        )}
        <fieldset {...described('kind', false)}>
          <legend>{t.kind}</legend>
          {REPORT_KINDS.map((kind) => (
            <p key={kind} className="pick">
              <input
                type="radio"
                name="kind"
                id={`kind-${kind}`}
                value={kind}
                defaultChecked={kind === chosen}
                required
                aria-describedby={`kind-${kind}-hint`}
              />
              <label htmlFor={`kind-${kind}`}>{t.kinds[kind].name}</label>
              <small id={`kind-${kind}-hint`}>{t.kinds[kind].hint}</small>
            </p>
          ))}
          {errorOf('kind')}
        </fieldset>
        <p className="f">
          <label htmlFor="place">{form.about ? t.placeToo : t.place}</label>
          <small id="place-hint">{t.placeHint}</small>
          <input
            id="place"
            name="place"
            maxLength={MAX_LINE_LENGTH}
            defaultValue={form.place}
            {...described('place', true)}
          />
          {errorOf('place')}
        </p>
        <p className="f">
          <label htmlFor="words">{t.words}</label>
          <small id="words-hint">{t.wordsHint(MAX_REPORT_WORDS)}</small>
          <textarea
            id="words"
            name="words"
            rows={10}
            required
            defaultValue={form.words}
            {...described('words', true)}
          />
          {errorOf('words')}
        </p>
        <p className="f">
          <label htmlFor="contact">{t.contact}</label>
          <small id="contact-hint">{t.contactHint}</small>
          <input
            id="contact"
            name="contact"
            autoComplete="off"
            defaultValue={form.contact}
            {...described('contact', true)}
          />
          {errorOf('contact')}
        </p>
        <p className={faultOf('subject') ? 'f' : 'vh'} aria-hidden={faultOf('subject') ? undefined : true}>
          <label htmlFor="subject">{t.trap}</label>
          <input
            id="subject"
            name="subject"
            autoComplete="off"
            tabIndex={faultOf('subject') ? undefined : -1}
            defaultValue={form.subject}
            {...described('subject', false)}
          />
          {errorOf('subject')}
        </p>
        <p>
          <button className="b go" type="submit">
            {t.send}
          </button>
        </p>
        <p className="meta">{t.next}</p>
      </form>
    </Layout>,
  )
}

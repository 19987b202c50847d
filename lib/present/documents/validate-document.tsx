import { CHECK_RULES, type Checked } from '@/lib/domain/claim-review-check'
import { checkWords } from '@/lib/i18n/check'
import { otherLanguage, validatePath } from '../addresses'
import type { DocumentContext } from '../context'
import { Icon } from '../parts/icons'
import { Layout } from '../parts/layout'
import { documentOf } from '../render'

/** The validator: a form, and what was found in the text that was sent. `checked` is null before anything was sent. */
export function validateDocument(text: string, checked: Checked | 'too_long' | null, ctx: DocumentContext): string {
  const { lang } = ctx
  const t = checkWords(lang)
  return documentOf(
    <Layout
      ctx={ctx}
      path={checked === null ? validatePath(lang) : null}
      typedIn={{ form: 'checked', to: validatePath(otherLanguage(lang)) }}
      title={t.title}
      description={t.lead}
      section="method"
    >
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{t.lead}</p>
      {checked === 'too_long' && (
        <p id="too-long" role="alert">
          {t.tooLong}
        </p>
      )}
      {checked !== null && checked !== 'too_long' && <Findings checked={checked} ctx={ctx} />}
      <form id="checked" method="post" action={validatePath(lang)} className="stack letter">
        <p className="f">
          <label htmlFor="text">{t.label}</label>
          <textarea
            id="text"
            name="text"
            rows={16}
            required
            spellCheck={false}
            defaultValue={text}
            aria-describedby={checked === 'too_long' ? 'too-long' : undefined}
          />
        </p>
        <p>
          <button className="b go" type="submit">
            {t.go}
          </button>
        </p>
      </form>
      <p className="meta">{t.source}</p>
    </Layout>,
  )
}

function Findings({ checked: { reviews, findings }, ctx: { lang } }: { checked: Checked; ctx: DocumentContext }) {
  const t = checkWords(lang)
  const errors = findings.filter(({ check }) => CHECK_RULES[check] === 'error').length
  return (
    <section className="sec" aria-labelledby="findings">
      <h2 id="findings">
        {findings.length === 0 ? t.fine(reviews) : `${t.errors(errors)}, ${t.warnings(findings.length - errors)}`}
      </h2>
      {findings.length > 0 && (
        <ul className="stack">
          {findings.map(({ check, path, found }) => (
            <li key={`${check} ${path} ${found}`}>
              <Icon name={CHECK_RULES[check] === 'error' ? 'refutes' : 'alert'} />{' '}
              <b>{CHECK_RULES[check] === 'error' ? t.error : t.warning}</b> · {t.rules[check]}
              <br />
              <span className="meta">
                <span>
                  {t.at} <code>{path === '' ? t.whole : path}</code>
                </span>
                {found !== null && (
                  <span>
                    {t.found} <code dir="auto">{found}</code>
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

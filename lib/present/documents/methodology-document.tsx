import type { ReactNode } from 'react'
import { METHOD_IN_FORCE, METHOD_VERSIONS } from '@/lib/domain/method'
import { RATING_CODES, RATINGS } from '@/lib/domain/rating'
import { CONFLICT_CLASSES, CORRECTION_SEVERITIES, HOP_ROLES, type Language } from '@/lib/domain/vocabulary'
import { checkWords } from '@/lib/i18n/check'
import { figuresWords } from '@/lib/i18n/figures'
import { methodWords } from '@/lib/i18n/method'
import { methodVersionWords } from '@/lib/i18n/method-version'
import { statisticsWords } from '@/lib/i18n/statistics'
import { words } from '@/lib/i18n/words'
import { correctionsPath, methodologyPath, statisticsPath, suggestionsPath, validatePath } from '../addresses'
import type { DocumentContext } from '../context'
import { StopShape, VerdictShape } from '../parts/icons'
import { Layout } from '../parts/layout'
import { MarksLegend } from '../parts/marks-legend'
import { MethodVersionLink } from '../parts/method-version'
import { ratingDefinition, ratingWord } from '../parts/verdict-word'
import { Day } from '../parts/when'
import { documentOf } from '../render'

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="sec" id={id}>
    <h2>{title}</h2>
    {children}
  </section>
)
const Items = ({ items }: { items: readonly string[] }) => (
  <ul className="prose">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)

function Scale({ lang }: { lang: Language }) {
  const t = methodWords(lang).scale
  const families: [string, typeof RATING_CODES][] = [
    [t.axis, RATING_CODES.filter((code) => RATINGS[code].axis !== null)],
    [t.off, RATING_CODES.filter((code) => RATINGS[code].axis === null)],
  ]
  return families.map(([name, codes]) => (
    <div key={name}>
      <h3>{name}</h3>
      <dl className="defs">
        {codes.map((code) => {
          const { axis } = RATINGS[code]
          return (
            <div key={code} id={code}>
              <dt>
                <VerdictShape rating={code} />
                {ratingWord(lang, code)}
              </dt>
              <dd>
                {ratingDefinition(lang, code)}{' '}
                <span className="dim small">({axis === null ? t.noNumber : t.number(axis)})</span>
              </dd>
            </div>
          )
        })}
      </dl>
    </div>
  ))
}

/** Every version of the method, latest first: a verdict leads to the one it was made under. */
function Versions({ lang }: { lang: Language }) {
  const t = methodVersionWords(lang)
  return (
    <Section id="versions" title={t.title}>
      <p className="prose">{t.why}</p>
      <ol className="hist" reversed>
        {METHOD_VERSIONS.toReversed().map(({ version, since }) => (
          <li key={version} id={`version-${version}`}>
            <Day lang={lang} iso={since} className="num" />
            <div>
              <b>
                {t.name(version)}
                {version === METHOD_IN_FORCE.version && ` (${t.inForce})`}.
              </b>{' '}
              {t.changed[version]}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** How we work, what every word and shape means, and how to check us. */
export function methodologyDocument(ctx: DocumentContext): string {
  const { lang } = ctx
  const t = methodWords(lang)
  const w = words(lang)
  return documentOf(
    <Layout ctx={ctx} path={methodologyPath(lang)} title={t.title} description={t.lead} section="method">
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <p className="prose dim">
        <MethodVersionLink lang={lang} version={METHOD_IN_FORCE.version} />.
      </p>
      <Section id="steps" title={t.steps.title}>
        <ol className="steps prose">
          {t.steps.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      </Section>
      <Section id="scale" title={t.scale.title}>
        <p className="prose">{t.scale.why}</p>
        <Scale lang={lang} />
      </Section>
      <Section id="verdict" title={t.verdict.title}>
        <Items items={t.verdict.items} />
      </Section>
      <Section id="chain" title={t.chain.title}>
        <p className="prose">{t.chain.why}</p>
        <dl className="defs">
          {HOP_ROLES.map((role) => (
            <div key={role}>
              <dt>
                <StopShape role={role} />
                {capital(w.hopRole[role])}
              </dt>
              <dd>{capital(t.chain.role[role])}.</dd>
            </div>
          ))}
        </dl>
        <Items items={[t.chain.ambiguous, t.chain.origins]} />
      </Section>
      <Section id="marks" title={t.marks.title}>
        <p className="prose">{t.marks.why}</p>
        <MarksLegend lang={lang} />
      </Section>
      <Section id="conflict" title={t.conflict.title}>
        <p className="prose">{t.conflict.why}</p>
        <dl className="defs">
          {CONFLICT_CLASSES.map((kind) => (
            <div key={kind}>
              <dt>{capital(w.conflictClass[kind])}</dt>
              <dd>{capital(t.conflict.class[kind])}.</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="corrections" title={t.corrections.title}>
        <p className="prose">
          {t.corrections.why} <a href={correctionsPath(lang)}>{t.corrections.title}</a>
        </p>
        <dl className="defs">
          {CORRECTION_SEVERITIES.map((severity) => (
            <div key={severity}>
              <dt>{capital(w.correctionSeverity[severity])}</dt>
              <dd>{capital(t.corrections.severity[severity])}.</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="suggestions" title={figuresWords(lang).title}>
        <p className="prose">
          {figuresWords(lang).what} <a href={suggestionsPath(lang)}>{figuresWords(lang).link}</a>
        </p>
      </Section>
      <Section id="statistics" title={statisticsWords(lang).title}>
        <p className="prose">
          {statisticsWords(lang).what} <a href={statisticsPath(lang)}>{statisticsWords(lang).link}</a>
        </p>
      </Section>
      <Section id="sources" title={t.sources.title}>
        <Items items={t.sources.items} />
      </Section>
      <Section id="verify" title={t.verify.title}>
        <Items items={t.verify.items} />
        <p className="prose">
          <a href="/transparency/checkpoint">{t.verify.checkpoint}</a> ·{' '}
          <a href="/transparency/log.ndjson">{t.verify.log}</a> · <a href="/transparency/key">{t.verify.key}</a> ·{' '}
          <a href={validatePath(lang)}>{checkWords(lang).title}</a>
        </p>
      </Section>
      <Versions lang={lang} />
    </Layout>,
  )
}

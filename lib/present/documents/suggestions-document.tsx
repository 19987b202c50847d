import { QUIET_AFTER, QUIET_BELOW, type RuleFigures } from '@/lib/domain/calibration'
import { isSuggestionKind } from '@/lib/domain/suggestion'
import { ruleWords } from '@/lib/i18n/desk-suggest'
import { figuresWords } from '@/lib/i18n/figures'
import { number } from '@/lib/i18n/format'
import { suggestionsPath } from '../addresses'
import type { DocumentContext } from '../context'
import { Layout } from '../parts/layout'
import { Scrolling } from '../parts/scrolling'
import { documentOf } from '../render'

/** How often each rule that proposes something is right: what people decided, in numbers, nothing of what it was about. */
export function suggestionsDocument(figures: readonly RuleFigures[], ctx: DocumentContext): string {
  const { lang } = ctx
  const t = figuresWords(lang)
  const kinds = Object.keys(t.kinds).filter((kind) => figures.some((it) => it.kind === kind))
  return documentOf(
    <Layout ctx={ctx} path={suggestionsPath(lang)} title={t.title} description={t.what} section="method">
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{t.what}</p>
      <div className="prose">
        <p>{t.lead}</p>
        <p>{t.quietHow(QUIET_AFTER, QUIET_BELOW)}</p>
        <p>{t.labelledHow}</p>
      </div>
      {kinds.map((kind) => (
        <section className="sec" id={kind} key={kind}>
          <h2 id={`${kind}-title`}>{t.kinds[kind]}</h2>
          <Rules lang={lang} label={t.kinds[kind] ?? kind} rules={figures.filter((it) => it.kind === kind)} />
        </section>
      ))}
    </Layout>,
  )
}

type RulesProps = { lang: DocumentContext['lang']; label: string; rules: readonly RuleFigures[] }

function Rules({ lang, label, rules }: RulesProps) {
  const t = figuresWords(lang)
  const heads = [t.rule, t.sure, t.right, t.labelled, t.accepted, t.edited, t.dismissed]
  return (
    <Scrolling name={label}>
      <table className="cover">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map(({ kind, rule, confidence, precision, labelled, accepted, edited, dismissed, isQuiet }) => (
            <tr key={rule}>
              <th scope="row">
                {isSuggestionKind(kind) && ruleWords(lang, kind, rule).name} <code className="small dim">{rule}</code>{' '}
                {isQuiet && <span className="tag">{t.quiet}</span>}
              </th>
              <td>{confidence === null ? t.unknown : t.percent(confidence)}</td>
              <td>{precision === null ? t.unknown : t.percent(precision)}</td>
              <td>{t.ofAll(labelled.right, labelled.right + labelled.wrong)}</td>
              {[accepted, edited, dismissed].map((n, i) => (
                <td key={heads[i + 4]}>{number(lang, n)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

import { QUIET_AFTER, QUIET_BELOW, type RuleFigures } from '@/lib/domain/calibration'
import { LABELLED_SETS } from '@/lib/domain/suggest/rule-starts'
import { isSuggestionKind } from '@/lib/domain/suggestion'
import { ruleWords } from '@/lib/i18n/desk-suggest'
import { figuresWords } from '@/lib/i18n/figures'
import { day, number } from '@/lib/i18n/format'
import { suggestionsPath } from '../addresses'
import type { DocumentContext } from '../context'
import { HeadRow } from '../parts/head-row'
import { Layout } from '../parts/layout'
import { Scrolling } from '../parts/scrolling'
import { documentOf } from '../render'

/** The last day on which the labelled sets were gone through. */
const MEASURED_ON = Object.values(LABELLED_SETS).reduce((last, it) => (it > last ? it : last))

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
        <p>{t.measuredOn(day(lang, MEASURED_ON))}</p>
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
        <HeadRow heads={heads} />
        <tbody>
          {rules.map(
            ({ kind, rule, confidence, isStated, precision, labelled, accepted, edited, dismissed, isQuiet }) => (
              <tr key={rule}>
                <th scope="row">
                  {isSuggestionKind(kind) && ruleWords(lang, kind, rule).name} <code className="small dim">{rule}</code>{' '}
                  {isQuiet && <span className="tag">{t.quiet}</span>}
                </th>
                <td data-k={t.sure}>
                  {confidence === null ? t.unknown : t.percent(confidence)}{' '}
                  {isStated && <span className="small dim">{t.stated}</span>}
                </td>
                <td data-k={t.right}>{precision === null ? t.unknown : t.percent(precision)}</td>
                <td data-k={t.labelled}>
                  {labelled.sets.length === 0 ? t.noSet : t.ofAll(labelled.right, labelled.right + labelled.wrong)}{' '}
                  {labelled.sets.length > 0 && (
                    <span className="small dim">{labelled.sets.map((set) => t.sets[set]).join(', ')}</span>
                  )}
                </td>
                {[accepted, edited, dismissed].map((n, i) => (
                  <td key={heads[i + 4]} data-k={heads[i + 4]}>
                    {number(lang, n)}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </Scrolling>
  )
}

import { isRatingCode } from '@/lib/domain/rating'
import type { Held, RevisedKind, ShownColumn } from '@/lib/domain/revision'
import type { Language } from '@/lib/domain/vocabulary'
import { wordDiff } from '@/lib/domain/word-diff'
import { deskMemoryWords } from '@/lib/i18n/desk-memory'
import { moment } from '@/lib/i18n/format'
import { type Words, words } from '@/lib/i18n/words'
import { ratingWord } from '@/lib/present/parts/verdict-word'
import type { HistoryStep } from '@/lib/services/load-history'

type Names = Readonly<Record<string, string>>
type Props = { lang: Language; entity: RevisedKind; step: HistoryStep; names: Names; isFirst: boolean }

/** What one version changed, field by field, in words; what went and what came is said aloud too. */
export function StepChanges({ lang, entity, step, names, isFirst }: Props) {
  const t = deskMemoryWords(lang).history
  const list = step.list && (entity === 'verdicts' ? t.list.verdicts : t.list.occurrences)
  return (
    <>
      {isFirst && <p className="small">{t.first}</p>}
      {step.changes.length === 0 && !list && !isFirst && <p className="dim small">{t.same}</p>}
      <dl className="history-changes">
        {step.changes.map(({ column, before, after }) => (
          <div key={column}>
            <dt>{t.column[column]}</dt>
            <dd>
              <Diff lang={lang} before={said(lang, column, before, names)} after={said(lang, column, after, names)} />
            </dd>
          </div>
        ))}
        {step.list && (
          <div>
            <dt>{list}</dt>
            <dd>
              <Diff lang={lang} before={listed(step.list.before, names)} after={listed(step.list.after, names)} />
            </dd>
          </div>
        )}
      </dl>
    </>
  )
}

/** Word by word from one text to the other; a value that was not there before is only added. */
function Diff({ lang, before, after }: { lang: Language; before: string; after: string }) {
  const t = deskMemoryWords(lang).history
  const pieces = wordDiff(before, after, lang)
  // Nothing in common: one value gave way to another, and the eye needs to see where.
  const isReplaced = before !== '' && pieces.every(({ kind }) => kind !== 'same')
  return (
    <>
      {pieces.map(({ text, kind }, i) => {
        const key = `${i} ${kind}`
        if (kind === 'same') return <bdi key={key}>{text}</bdi>
        const Mark = kind === 'removed' ? 'del' : 'ins'
        return (
          <Mark key={key} className={isReplaced && kind === 'added' ? 'instead' : undefined}>
            <span className="vh"> [{t[kind]}] </span>
            {text}
          </Mark>
        )
      })}
      {after === '' && <span className="dim"> {t.nothing}</span>}
    </>
  )
}

/** Columns that hold a member of a closed list, with the list their words come from; every other text is somebody's. */
const LISTED: Partial<Record<ShownColumn, (keyof Words)[]>> = {
  kind: ['occurrenceKind', 'sourceKind'],
  quoteScopes: ['quoteScope'],
  modality: ['modality'],
  timeBasis: ['dateBasis'],
  rank: ['statementRank'],
  class: ['conflictClass'],
  type: ['conflictType'],
  severity: ['severity'],
  status: ['conflictStatus'],
  state: ['verdictState'],
  workState: ['workState'],
}

/** What a column held, as a reader says it. */
function said(lang: Language, column: ShownColumn, held: Held, names: Names): string {
  const t = deskMemoryWords(lang).history
  if (held === null) return ''
  if (typeof held === 'boolean') return held ? t.yes : t.no
  if (Array.isArray(held)) return held.map((it) => said(lang, column, it as Held, names)).join(', ')
  if (typeof held === 'object') return Object.keys(held).length === 0 ? '' : JSON.stringify(held)
  const text = String(held)
  if (column.endsWith('At')) return moment(lang, text)
  if (column.endsWith('Id')) return names[text] ?? text
  if (column === 'ratingCode' && isRatingCode(text)) return ratingWord(lang, text)
  for (const list of LISTED[column] ?? []) {
    const word = (words(lang)[list] as Record<string, string>)[text]
    if (word !== undefined) return word
  }
  return text
}

/** A chain from the first voice to the last, or the names of what a verdict stands on. */
const listed = (items: readonly Readonly<Record<string, unknown>>[], names: Names): string =>
  items
    .map((it) => it.source_id ?? it.conflict_id ?? it.evidence_id)
    .map((id) => names[String(id)] ?? '?')
    .join(items.some((it) => 'position' in it) ? ' → ' : ', ')

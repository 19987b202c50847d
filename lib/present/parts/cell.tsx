import { isOpenConflict, positionLetter } from '@/lib/domain/conflict'
import type { StatementView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { Icon } from './icons'
import { quotedIn } from './quoted'

/** How a cell stands among the others: it contradicts, it pulls another way, it is too general to choose, it is settled, or it just says. */
export type CellState = 'contradiction' | 'tension' | 'general' | 'settled' | 'plain'
type Stand = StatementView['positions'][number]

const RANK: readonly CellState[] = ['contradiction', 'tension', 'general', 'settled', 'plain']

/** How one statement stands in one conflict. */
export function standing({ class: kind, status, isGeneral }: Stand): CellState {
  if (!isOpenConflict(status)) return status === 'suggested' ? 'plain' : 'settled'
  if (isGeneral) return 'general'
  return kind === 'contradiction' ? 'contradiction' : 'tension'
}

/** The strongest state of a statement: one open contradiction is enough to light its cell. */
export function cellState(statements: readonly StatementView[]): CellState {
  const states = statements.flatMap(({ positions }) => positions.map(standing))
  return RANK.find((state) => states.includes(state)) ?? 'plain'
}

const CLASS: Record<CellState, string | undefined> = {
  contradiction: 'c-no',
  tension: 'c-no ten',
  general: 'c-gen',
  settled: undefined,
  plain: undefined,
}
export const cellClass = (state: CellState): string | undefined => CLASS[state]

/** The letter of a position, the same shape everywhere: odd ones square and full, even ones round and empty. */
export const PositionBadge = ({ ordinal }: { ordinal: number }) => (
  <span className={ordinal % 2 === 0 ? 'pos alt' : 'pos'}>{positionLetter(ordinal)}</span>
)

/** What one statement says: the words of the text in serif, or our description of them in sans; then how it stands, in a word. */
export function StatementCell({
  lang,
  language,
  statement,
  isAmongSeveral,
  refs,
}: {
  lang: Language
  language: string | null
  statement: StatementView
  isAmongSeveral: boolean
  /** The passages that say it, when the row has several. */
  refs: readonly string[]
}) {
  const t = publicWords(lang)
  const { words, value, rank, rankReason, positions } = statement
  const isSetAside = rank === 'deprecated'
  const shown = words ?? value
  // A value that only repeats the words says nothing more.
  const differs = words !== null && !words.toLocaleLowerCase().includes(value.toLocaleLowerCase())
  const stands = positions.filter(({ status }) => status !== 'suggested')
  return (
    <div className="say">
      <span className={words === null ? 'w own' : 'w'} {...quotedIn(language)}>
        {isSetAside ? <del>{shown}</del> : shown}
      </span>
      {differs && (
        <span className="val" {...quotedIn(language)}>
          {value}
        </span>
      )}
      {refs.length > 0 && <span className="from">{refs.join(' ')}</span>}
      {isSetAside && (
        <span className="st">
          {t.cell.setAside}
          {rankReason && `${t.colon}${rankReason}`}
        </span>
      )}
      {stands.map((stand) => (
        <Standing key={stand.conflictRef} lang={lang} stand={stand} isAmongSeveral={isAmongSeveral} />
      ))}
    </div>
  )
}

function Standing({ lang, stand, isAmongSeveral }: { lang: Language; stand: Stand; isAmongSeveral: boolean }) {
  const t = publicWords(lang)
  const state = standing(stand)
  const where = isAmongSeveral && <span className="ref">{stand.conflictRef}</span>
  if (state === 'settled')
    return (
      <span className="st">
        <Icon name="ok" />
        <PositionBadge ordinal={stand.ordinal} />
        {t.cell.settled} {where}
      </span>
    )
  if (state === 'general')
    return (
      <span className="st">
        <Icon name="general" />
        {t.cell.general} {where}
      </span>
    )
  return (
    <span className="st">
      <PositionBadge ordinal={stand.ordinal} />
      <Icon name="neq" />
      {state === 'contradiction' ? t.cell.differs : t.cell.tension} {where}
    </span>
  )
}

/** A silence, shown as one. */
export const SilentCell = ({ lang, isSaid = false }: { lang: Language; isSaid?: boolean }) => (
  <span>
    <span aria-hidden="true">—</span> <span className={isSaid ? 'small' : 'vh'}>{publicWords(lang).cell.silent}</span>
  </span>
)

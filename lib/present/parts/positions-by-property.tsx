import { isOpenConflict } from '@/lib/domain/conflict'
import { PROPERTIES } from '@/lib/domain/property'
import type { ConflictRecord, EventRecord, OccurrenceView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { passagePath } from '../addresses'
import { PositionBadge } from './cell'
import { outcomeWord } from './conflict-block'
import { Icon } from './icons'
import { quotedIn } from './quoted'

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** To the row of the matrix, or to the text when the passage speaks of another event. */
const whereIs = (lang: Language, occurrence: OccurrenceView, rows: ReadonlySet<string>): string =>
  rows.has(occurrence.claim.ref) ? `#${occurrence.claim.ref}` : passagePath(lang, occurrence)

function Positions({ lang, conflict, rows }: { lang: Language; conflict: ConflictRecord; rows: ReadonlySet<string> }) {
  const t = publicWords(lang)
  const isOpen = isOpenConflict(conflict.status)
  const [latest] = conflict.resolutions
  const sides = conflict.positions.filter(({ isGeneral }) => !isGeneral).length
  return (
    <details className="prop" open={isOpen}>
      <summary>
        <Icon name={isOpen ? 'neq' : 'ok'} />
        {capital(PROPERTIES[conflict.property][lang])}
        {t.colon}
        {isOpen || !latest ? t.counts.positions(sides) : outcomeWord(lang, latest)}
      </summary>
      <ul>
        {conflict.positions.map((position) => (
          <li key={position.id}>
            {position.isGeneral ? <Icon name="general" /> : <PositionBadge ordinal={position.ordinal} />}{' '}
            <span className="serif" {...quotedIn(position.statements[0]?.occurrence.dispatch.language ?? null)}>
              {position.value}
            </span>
            {t.colon}
            {position.statements.map(({ id, occurrence }, i) => (
              <span key={id}>
                {i > 0 && ', '}
                <a className="ref" href={whereIs(lang, occurrence, rows)}>
                  {occurrence.claim.ref}
                </a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Who holds what, property by property, open first: on a phone this is the comparison. */
export function PositionsByProperty({ lang, record }: { lang: Language; record: EventRecord }) {
  const open = record.conflicts.filter(({ status }) => isOpenConflict(status))
  const closed = record.conflicts.filter(({ status }) => !isOpenConflict(status) && status !== 'suggested')
  const rows = new Set(record.rows.map(({ occurrence }) => occurrence.claim.ref))
  return (
    <div className="props">
      {[...open, ...closed].map((conflict) => (
        <Positions key={conflict.id} lang={lang} conflict={conflict} rows={rows} />
      ))}
    </div>
  )
}

import type { ReactNode } from 'react'
import { positionLetter } from '@/lib/domain/conflict'
import { PROPERTIES, type PropertyCode } from '@/lib/domain/property'
import type { OccurrenceView, StatementView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'
import { publicWords } from '@/lib/i18n/public'
import { deskPassagePath } from '@/lib/present/desk-places'
import { cellClass, cellState, PositionBadge, standing } from '@/lib/present/parts/cell'
import { Icon } from '@/lib/present/parts/icons'
import { quotedIn } from '@/lib/present/parts/quoted'
import { cellHref } from './address'
import type { CellWork } from './matrix-table.client'

const ICON = { contradiction: 'neq', tension: 'neq', general: 'general', settled: 'ok' } as const

/** Where a statement stands: the conflict, the letter of its position, an icon and a word. */
function Stand({ lang, stand }: { lang: Language; stand: StatementView['positions'][number] }) {
  const t = deskMatrixWords(lang).stand
  const state = standing(stand)
  if (state === 'plain') return null
  return (
    <span className="st">
      <a className="ref" href={`/${lang}/desk/conflicts/${stand.conflictSlug}`}>
        {stand.conflictRef}
      </a>
      {state !== 'general' && (
        <>
          <span className="vh">{t.position(positionLetter(stand.ordinal))}</span>
          <span aria-hidden="true">
            <PositionBadge ordinal={stand.ordinal} />
          </span>
        </>
      )}
      <span className="how">
        <Icon name={ICON[state]} />
        {t[state]}
      </span>
    </span>
  )
}

type CellProps = {
  lang: Language
  occurrence: OccurrenceView
  property: PropertyCode
  statements: readonly StatementView[]
  work: CellWork
}

/** One cell: the words, or a silence shown as one; and, when it is open, the form to change it. */
export function MatrixCell({ lang, occurrence, property, statements, work }: CellProps) {
  const t = deskMatrixWords(lang)
  const { id, claim } = occurrence
  const name = PROPERTIES[property][lang]
  const isOpen = work.open?.occurrenceId === id && work.open.property === property
  const isSilent = statements.length === 0
  const className = isOpen ? 'editing' : isSilent ? 'c-nil' : cellClass(cellState(statements))
  return (
    <td id={`cell-${id}.${property}`} data-k={name} tabIndex={-1} className={className}>
      {isSilent && (
        <span>
          <span aria-hidden="true">—</span> <span className="vh">{t.silent}</span>
        </span>
      )}
      {statements.map((statement) => (
        <Saying key={statement.id} lang={lang} occurrence={occurrence} statement={statement}>
          {work.mayMark && !isOpen && statement.rank !== 'deprecated' && (
            <input
              type="checkbox"
              form="mark"
              name="statements"
              value={statement.id}
              data-property={property}
              aria-label={t.mark.choose(claim.ref, name)}
            />
          )}
        </Saying>
      ))}
      {isOpen && work.form}
      {!isOpen && !isSilent && work.mayEdit && (
        <a
          className="edit"
          href={`${cellHref(work.here, id, property)}#cell-${id}.${property}`}
          aria-label={t.edit.change(claim.ref, name)}
        >
          {t.edit.changeShort}
        </a>
      )}
    </td>
  )
}

type SayingProps = { lang: Language; occurrence: OccurrenceView; statement: StatementView; children: ReactNode }

/** What one passage says about one property: its words, which lead to their place in the text, and where they stand. */
function Saying({ lang, occurrence, statement, children }: SayingProps) {
  const p = publicWords(lang)
  const { words, value, rank, rankReason, positions } = statement
  const { dispatch, claim } = occurrence
  const isSetAside = rank === 'deprecated'
  const differs = words !== null && !words.toLocaleLowerCase().includes(value.toLocaleLowerCase())
  const shown = words ?? value
  return (
    <div className={isSetAside ? 'say aside' : 'say'}>
      {children}
      <a
        className={words === null ? 'w own' : 'w'}
        href={deskPassagePath(lang, occurrence)}
        title={deskMatrixWords(lang).inText(claim.ref)}
        {...quotedIn(dispatch.language)}
      >
        {isSetAside ? <del>{shown}</del> : shown}
      </a>
      {differs && (
        <span className="val" {...quotedIn(dispatch.language)}>
          {value}
        </span>
      )}
      {isSetAside && (
        <span className="st">
          {p.cell.setAside}
          {rankReason && `${p.colon}${rankReason}`}
        </span>
      )}
      {!isSetAside && positions.map((stand) => <Stand key={stand.conflictRef} lang={lang} stand={stand} />)}
    </div>
  )
}

'use client'
import type { ReactNode } from 'react'
import { SaidBefore } from '@/app/_ui/said-before'
import { countOrigins } from '@/lib/domain/chain'
import { isOpenConflict } from '@/lib/domain/conflict'
import { type MatrixFilter, type MatrixRow, type MatrixView, matrixOf } from '@/lib/domain/matrix'
import { PROPERTIES, type PropertyCode } from '@/lib/domain/property'
import type { EventBrief, EventMatrix } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'
import { publicWords } from '@/lib/i18n/public'
import { words } from '@/lib/i18n/words'
import { InlineChain } from '@/lib/present/parts/chain'
import { Icon } from '@/lib/present/parts/icons'
import { kindOf, voiceOf } from '@/lib/present/parts/voice'
import { type CellKey, cellHref } from './address'
import { MatrixCell } from './matrix-cell'

type Spoken = Pick<EventMatrix, 'rows' | 'conflicts'>
type Shown = { lang: Language; record: Spoken; view: MatrixView }
/** What may be done in a cell, and the form that stands in the one being edited. */
export type CellWork = {
  mayEdit: boolean
  mayMark: boolean
  here: string
  event: EventBrief
  open: CellKey | null
  form: ReactNode
}

function ColumnHead({ lang, record, view, property }: Shown & { property: PropertyCode }) {
  const t = deskMatrixWords(lang)
  const w = words(lang)
  const speaks = view.rows.filter(({ cells }) => cells.some((it) => it.property === property && it.statements.length))
  const { origins } = countOrigins(speaks.map(({ occurrence }) => occurrence.chain))
  return (
    <th scope="col">
      {PROPERTIES[property][lang]}
      <span className="about dim">{t.origins.short(origins)}</span>
      {record.conflicts
        .filter((conflict) => conflict.property === property)
        .map((conflict) => {
          const isOpen = isOpenConflict(conflict.status)
          return (
            <span key={conflict.id} className="about">
              <a href={`/${lang}/desk/conflicts/${conflict.slug}`}>
                <Icon name={isOpen ? 'neq' : 'ok'} />
                {conflict.ref}
              </a>{' '}
              <span className="dim">
                {isOpen ? w.conflictClass[conflict.class] : w.conflictStatus[conflict.status]}
              </span>
            </span>
          )
        })}
    </th>
  )
}

function RowHead({ lang, row: { occurrence }, work }: { lang: Language; row: MatrixRow; work: CellWork }) {
  const t = deskMatrixWords(lang)
  const { claim, chain } = occurrence
  return (
    <th scope="row" className="who" id={claim.ref} tabIndex={-1}>
      <a className="ref" href={`/${lang}/desk/claims/${claim.slug}`} title={t.claimOf(claim.ref)}>
        {claim.ref}
      </a>{' '}
      <b>{voiceOf(chain)}</b>
      <span className="dim small">{kindOf(lang, occurrence)}</span>
      <InlineChain lang={lang} chain={chain} />
      <SaidBefore lang={lang} occurrence={occurrence} event={work.event} />
      {work.open?.occurrenceId === occurrence.id && work.open.property === ''
        ? work.form
        : work.mayEdit && (
            <a className="edit" href={`${cellHref(work.here, occurrence.id, '')}#${claim.ref}`}>
              {t.edit.add(claim.ref)}
            </a>
          )}
    </th>
  )
}

type Props = { lang: Language; record: Spoken; asked: MatrixFilter; work: CellWork }

/**
 * The matrix on the desk: rows = passages with their chain, columns = properties, a cell = the words or a silence. The browser
 * is sent what was said and makes the table of it: sent as a table it is six times as much, most of it silences.
 */
export function MatrixTable({ lang, record, asked, work }: Props) {
  const t = deskMatrixWords(lang)
  const view = matrixOf(record, asked)
  return (
    <table className="matrix desk-matrix">
      <caption className="vh">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="who">
            {t.who}
          </th>
          {view.columns.map((property) => (
            <ColumnHead key={property} lang={lang} record={record} view={view} property={property} />
          ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row) => (
          <tr key={row.occurrence.id}>
            <RowHead lang={lang} row={row} work={work} />
            {row.cells.map(({ property, statements }) => (
              <MatrixCell key={property} {...{ lang, property, statements, work }} occurrence={row.occurrence} />
            ))}
            <Silences lang={lang} row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** On a telephone silent cells are gathered in one sentence. */
function Silences({ lang, row }: { lang: Language; row: MatrixRow }) {
  const silent = row.cells.filter(({ statements }) => statements.length === 0)
  if (silent.length === 0) return null
  return (
    <td className="rest">
      {publicWords(lang).cell.silentOn(silent.map(({ property }) => PROPERTIES[property][lang]))}
    </td>
  )
}

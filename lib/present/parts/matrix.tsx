import { isOpenConflict } from '@/lib/domain/conflict'
import { PROPERTIES, type PropertyCode } from '@/lib/domain/property'
import type { EventRecord, StatementView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { words } from '@/lib/i18n/words'
import { claimPath } from '../addresses'
import { cellClass, cellState, SilentCell, StatementCell } from './cell'
import { InlineChain } from './chain'
import { Icon } from './icons'
import { quotedIn } from './quoted'
import { Scrolling } from './scrolling'
import { VerdictWord } from './verdict-word'
import { kindOf, voiceOf } from './voice'

type Row = EventRecord['rows'][number]
const about = ({ statements }: Row, property: PropertyCode): StatementView[] =>
  statements.filter((statement) => statement.property === property)

/**
 * Which properties are columns: those somebody disagrees about, then those two voices or more speak about. What only one
 * voice says cannot be compared; it goes in the last column, so that nothing is hidden and nothing is lost in blanks.
 */
export function columnsOf(record: EventRecord): { columns: PropertyCode[]; hasRest: boolean } {
  const isOpen = (property: PropertyCode): boolean =>
    record.conflicts.some((conflict) => conflict.property === property && isOpenConflict(conflict.status))
  const isDebated = (property: PropertyCode): boolean =>
    record.conflicts.some((conflict) => conflict.property === property)
  const voices = (property: PropertyCode): number => record.rows.filter((row) => about(row, property).length > 0).length
  const spoken = record.properties.filter((property) => voices(property) > 0)
  const columns = [
    ...spoken.filter(isOpen),
    ...spoken.filter((property) => !isOpen(property) && (isDebated(property) || voices(property) > 1)),
  ]
  return { columns, hasRest: spoken.length > columns.length }
}

function ColumnHead({ lang, record, property }: { lang: Language; record: EventRecord; property: PropertyCode }) {
  const w = words(lang)
  return (
    <th scope="col">
      {PROPERTIES[property][lang]}
      {record.conflicts
        .filter((conflict) => conflict.property === property)
        .map((conflict) => {
          const isOpen = isOpenConflict(conflict.status)
          return (
            <span key={conflict.id} className="about">
              <a href={`#${conflict.ref}`}>
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

function RowHead({ lang, row }: { lang: Language; row: Row }) {
  const { claim, chain, dispatch } = row.occurrence
  return (
    <th scope="row" className="who" id={claim.ref}>
      <a className="ref" href={claimPath(lang, claim.slug)}>
        {claim.ref}
      </a>
      <b>{voiceOf(chain)}</b>
      <span className="dim small">{kindOf(lang, row.occurrence)}</span>
      <q {...quotedIn(dispatch.language)}>{row.occurrence.exact}</q>
      <InlineChain lang={lang} chain={chain} />
      {claim.verdict && <VerdictWord lang={lang} rating={claim.verdict.rating} href={claimPath(lang, claim.slug)} />}
    </th>
  )
}

/** The matrix: rows = who said it, with the chain; columns = what was said; a cell is the words themselves, or a silence. */
export function Matrix({ lang, record }: { lang: Language; record: EventRecord }) {
  const t = publicWords(lang)
  const { columns, hasRest } = columnsOf(record)
  const severalOn = (property: PropertyCode): boolean =>
    record.conflicts.filter((conflict) => conflict.property === property).length > 1
  return (
    <Scrolling name={t.event.matrixRegion} isTall>
      <table className="matrix">
        <caption className="vh">{t.event.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="who">
              {t.event.who}
            </th>
            {columns.map((property) => (
              <ColumnHead key={property} lang={lang} record={record} property={property} />
            ))}
            {hasRest && <th scope="col">{t.event.also}</th>}
          </tr>
        </thead>
        <tbody>
          {record.rows.map((row) => {
            const silent = columns.filter((property) => about(row, property).length === 0)
            const rest = row.statements.filter(({ property }) => !columns.includes(property))
            return (
              <tr key={row.occurrence.id}>
                <RowHead lang={lang} row={row} />
                {columns.map((property) => {
                  const said = about(row, property)
                  return (
                    <td
                      key={property}
                      data-k={PROPERTIES[property][lang]}
                      className={said.length === 0 ? 'c-nil' : cellClass(cellState(said))}
                    >
                      {said.length === 0 ? (
                        <SilentCell lang={lang} />
                      ) : (
                        said.map((statement) => (
                          <StatementCell
                            key={statement.id}
                            lang={lang}
                            language={row.occurrence.dispatch.language}
                            statement={statement}
                            isAmongSeveral={severalOn(property)}
                          />
                        ))
                      )}
                    </td>
                  )
                })}
                {hasRest && (
                  <td data-k={t.event.also} className={rest.length === 0 ? 'c-nil' : 'also'}>
                    {rest.length === 0 ? (
                      <SilentCell lang={lang} />
                    ) : (
                      <dl>
                        {rest.map(({ id, property, value, words: exact }) => (
                          <div key={id}>
                            <dt>{PROPERTIES[property][lang]}</dt>
                            <dd
                              className={exact === null ? 'own' : 'serif'}
                              {...quotedIn(row.occurrence.dispatch.language)}
                            >
                              {exact ?? value}
                            </dd>
                          </div>
                        ))}
                      </dl>
                    )}
                  </td>
                )}
                {silent.length > 0 && (
                  <td className="rest">{t.cell.silentOn(silent.map((property) => PROPERTIES[property][lang]))}</td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scrolling>
  )
}

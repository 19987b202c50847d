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

/** One voice through one chain: its passages in the order of the text, and what each says. */
type Voice = { key: string; rows: Row[] }
function voicesOf(rows: readonly Row[]): Voice[] {
  const voices = new Map<string, Voice>()
  for (const row of rows) {
    const { chain, dispatch } = row.occurrence
    const key = [dispatch.id, ...chain.map(({ sourceSlug, role, scope }) => `${sourceSlug} ${role} ${scope}`)].join(
      ' > ',
    )
    const voice = voices.get(key) ?? { key, rows: [] }
    voices.set(key, voice)
    voice.rows.push(row)
  }
  return [...voices.values()]
}

/** What a voice says in one cell: the same words on the same side are said once, with every passage that says them. */
type Saying = { statement: StatementView; refs: string[] }
function sayings(voice: Voice, property: PropertyCode): Saying[] {
  const found = new Map<string, Saying>()
  for (const row of voice.rows)
    for (const statement of about(row, property)) {
      const sides = statement.positions.map(({ conflictRef, ordinal }) => `${conflictRef} ${ordinal}`).join()
      const key = `${(statement.words ?? statement.value).toLocaleLowerCase()} ${sides} ${statement.rank}`
      const saying = found.get(key) ?? { statement, refs: [] }
      found.set(key, saying)
      saying.refs.push(row.occurrence.claim.ref)
    }
  return [...found.values()]
}

function RowHead({ lang, voice }: { lang: Language; voice: Voice }) {
  const [first] = voice.rows
  if (!first) return null
  const kinds = [...new Set(voice.rows.map(({ occurrence }) => kindOf(lang, occurrence)))]
  const ruled = voice.rows.filter(({ occurrence }) => occurrence.claim.verdict)
  return (
    <th scope="row" className="who">
      <b>{voiceOf(first.occurrence.chain)}</b>
      <span className="dim small">{kinds.join(' · ')}</span>
      <InlineChain lang={lang} chain={first.occurrence.chain} />
      <span className="refs">
        {voice.rows.map(({ occurrence: { id, claim, exact } }) => (
          <a key={id} className="ref" id={claim.ref} href={claimPath(lang, claim.slug)} title={exact}>
            {claim.ref}
          </a>
        ))}
      </span>
      {ruled.map(({ occurrence: { id, claim } }) => (
        <span key={id} className="ruled">
          {claim.ref} {claim.verdict && <VerdictWord lang={lang} rating={claim.verdict.rating} />}
        </span>
      ))}
    </th>
  )
}

/** The matrix: rows = who said it, with the chain; columns = what was said; a cell is the words themselves, or a silence. */
export function Matrix({ lang, record }: { lang: Language; record: EventRecord }) {
  const t = publicWords(lang)
  const { columns, hasRest } = columnsOf(record)
  /** With two conflicts on one property a letter alone would not say which. */
  const severalOn = (property: PropertyCode): boolean =>
    new Set(
      record.rows.flatMap((row) =>
        about(row, property).flatMap(({ positions }) => positions.map(({ conflictRef }) => conflictRef)),
      ),
    ).size > 1
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
          {voicesOf(record.rows).map((voice) => {
            const language = voice.rows[0]?.occurrence.dispatch.language ?? null
            const silent = columns.filter((property) => sayings(voice, property).length === 0)
            return (
              <tr key={voice.key}>
                <RowHead lang={lang} voice={voice} />
                {columns.map((property) => {
                  const said = sayings(voice, property)
                  return (
                    <td
                      key={property}
                      data-k={PROPERTIES[property][lang]}
                      className={
                        said.length === 0 ? 'c-nil' : cellClass(cellState(said.map(({ statement }) => statement)))
                      }
                    >
                      {said.length === 0 && <SilentCell lang={lang} />}
                      {said.map(({ statement, refs }) => (
                        <StatementCell
                          key={statement.id}
                          lang={lang}
                          language={language}
                          statement={statement}
                          isAmongSeveral={severalOn(property)}
                          refs={voice.rows.length > 1 ? refs : []}
                        />
                      ))}
                    </td>
                  )
                })}
                {hasRest && <Rest lang={lang} voice={voice} columns={columns} />}
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

/** What only this voice says. */
function Rest({ lang, voice, columns }: { lang: Language; voice: Voice; columns: readonly PropertyCode[] }) {
  const t = publicWords(lang)
  const rest = voice.rows.flatMap(({ occurrence, statements }) =>
    statements.filter(({ property }) => !columns.includes(property)).map((statement) => ({ occurrence, statement })),
  )
  if (rest.length === 0)
    return (
      <td data-k={t.event.also} className="c-nil">
        <SilentCell lang={lang} />
      </td>
    )
  return (
    <td data-k={t.event.also} className="also">
      <dl>
        {rest.map(({ occurrence, statement: { id, property, value, words: exact } }) => (
          <div key={id}>
            <dt>{PROPERTIES[property][lang]}</dt>
            <dd className={exact === null ? 'own' : 'serif'} {...quotedIn(occurrence.dispatch.language)}>
              {exact ?? value}
            </dd>
          </div>
        ))}
      </dl>
    </td>
  )
}

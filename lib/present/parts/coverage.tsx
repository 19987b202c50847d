import { originOf } from '@/lib/domain/chain'
import { isOpenConflict } from '@/lib/domain/conflict'
import { PROPERTIES, type PropertyCode } from '@/lib/domain/property'
import type { ClaimRecord, StatementView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { dispatchPath } from '../addresses'
import { SilentCell } from './cell'
import { InlineChain } from './chain'
import { Icon } from './icons'
import { quotedIn } from './quoted'
import { Scrolling } from './scrolling'
import { kindOf, voiceOf } from './voice'

type Other = ClaimRecord['others'][number]
type Against = 'same' | 'differs' | 'tension' | 'general' | null

/** How what another says stands against the claim, where a conflict has put both on sides. */
function against(ours: readonly StatementView[], theirs: StatementView): Against {
  for (const mine of ours)
    for (const a of mine.positions)
      for (const b of theirs.positions) {
        if (a.conflictRef !== b.conflictRef || !isOpenConflict(b.status)) continue
        if (b.isGeneral || a.isGeneral) return 'general'
        if (a.ordinal === b.ordinal) return 'same'
        return b.class === 'contradiction' ? 'differs' : 'tension'
      }
  return ours.some(({ value }) => value === theirs.value) ? 'same' : null
}

const ICON = { same: 'ok', differs: 'neq', tension: 'neq', general: 'general' } as const
const CELL = { same: undefined, differs: 'c-no', tension: 'c-no ten', general: 'c-gen' } as const

function Said({
  lang,
  other,
  ours,
  statements,
}: {
  lang: Language
  other: Other
  ours: StatementView[]
  statements: StatementView[]
}) {
  const t = publicWords(lang)
  return statements.map((theirs) => {
    const stand = against(ours, theirs)
    return (
      <div className="say" key={theirs.id}>
        <span className={theirs.words === null ? 'w own' : 'w'} {...quotedIn(other.occurrence.dispatch.language)}>
          {theirs.words ?? theirs.value}
        </span>
        {stand && (
          <span className="st">
            <Icon name={ICON[stand]} />
            {t.cell[stand]}
          </span>
        )}
      </div>
    )
  })
}

const isNotSetAside = ({ rank }: StatementView): boolean => rank !== 'deprecated'

/** The other voices on the same event, against each property this claim speaks about; silent cells say so. */
export function Coverage({ lang, record }: { lang: Language; record: ClaimRecord }) {
  const t = publicWords(lang)
  const mine = record.occurrences.flatMap(({ statements }) => statements.filter(isNotSetAside))
  const properties = [...new Set(mine.map(({ property }) => property))]
  const origins = new Set(record.occurrences.map(({ chain }) => originOf(chain)?.sourceSlug))
  const about = (statements: readonly StatementView[], property: PropertyCode): StatementView[] =>
    statements.filter((it) => it.property === property && isNotSetAside(it))
  const speaks = ({ statements }: Other): boolean =>
    properties.some((property) => about(statements, property).length > 0)
  const silent = record.others.filter((other) => !speaks(other))
  const rows = record.others.filter(speaks)
  if (rows.length === 0 && silent.length === 0) return <p className="dim">{t.claim.coversNone}</p>
  return (
    <>
      {rows.length > 0 && (
        <Scrolling name={t.claim.covers}>
          <table className="cover">
            <thead>
              <tr>
                <th scope="col" className="who">
                  {t.claim.voice}
                </th>
                {properties.map((property) => (
                  <th scope="col" key={property}>
                    {PROPERTIES[property][lang]}
                    <span className="mine" {...quotedIn(record.occurrences[0]?.dispatch.language ?? null)}>
                      {about(mine, property)
                        .map(({ words, value }) => words ?? value)
                        .join(' · ')}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((other) => {
                const isSameOrigin = origins.has(originOf(other.occurrence.chain)?.sourceSlug)
                return (
                  <tr key={other.occurrence.id}>
                    <th scope="row" className="who">
                      <b>{voiceOf(other.occurrence.chain)}</b>{' '}
                      <a
                        className="ref"
                        href={`${dispatchPath(lang, other.occurrence.dispatch.slug)}#${other.occurrence.claim.ref}`}
                      >
                        {other.occurrence.claim.ref}
                      </a>
                      <span className="dim small">{kindOf(lang, other.occurrence)}</span>
                      <InlineChain lang={lang} chain={other.occurrence.chain} />
                      {isSameOrigin && <span className="tag">{t.claim.sameOrigin}</span>}
                    </th>
                    {properties.map((property) => {
                      const theirs = about(other.statements, property)
                      const ours = about(mine, property)
                      const stand = theirs
                        .map((it) => against(ours, it))
                        .find((it) => it === 'differs' || it === 'tension')
                      const weak =
                        theirs.length > 0 && theirs.every((it) => against(ours, it) === 'general') ? 'general' : 'same'
                      return (
                        <td
                          key={property}
                          data-k={PROPERTIES[property][lang]}
                          className={theirs.length === 0 ? 'c-nil' : CELL[stand ?? weak]}
                        >
                          {theirs.length === 0 ? (
                            <SilentCell lang={lang} isSaid />
                          ) : (
                            <Said lang={lang} other={other} ours={ours} statements={theirs} />
                          )}
                        </td>
                      )
                    })}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Scrolling>
      )}
      {silent.length > 0 && (
        <p className="small dim after">
          {t.claim.silentOnAll}{' '}
          {silent.map(({ occurrence }, i) => (
            <span key={occurrence.id}>
              {i > 0 && ', '}
              <a className="ref" href={`${dispatchPath(lang, occurrence.dispatch.slug)}#${occurrence.claim.ref}`}>
                {occurrence.claim.ref}
              </a>
            </span>
          ))}
          .
        </p>
      )}
    </>
  )
}

import { originOf } from '@/lib/domain/chain'
import { isOpenConflict } from '@/lib/domain/conflict'
import { PROPERTIES, type PropertyCode } from '@/lib/domain/property'
import type { ClaimRecord, OccurrenceView, StatementView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { words } from '@/lib/i18n/words'
import { passagePath } from '../addresses'
import { SilentCell } from './cell'
import { InlineChain } from './chain'
import { Icon } from './icons'
import { quotedIn } from './quoted'
import { Scrolling } from './scrolling'
import { voiceOf } from './voice'

type Other = ClaimRecord['others'][number]
/** One voice through one chain: everything it says about the event, whichever passage it says it in. */
type Voice = { key: string; passages: OccurrenceView[]; statements: StatementView[] }
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

const isNotSetAside = ({ rank }: StatementView): boolean => rank !== 'deprecated'
/** What a voice says about a property, each wording once. */
function about(statements: readonly StatementView[], property: PropertyCode): StatementView[] {
  const said = statements.filter((it) => it.property === property && isNotSetAside(it))
  return [
    ...new Map(said.map((it) => [(it.words ?? it.value).toLocaleLowerCase(), it] as const).reverse()).values(),
  ].reverse()
}

/** Passages gathered by chain, the voices that cover most first. */
function voicesOf(others: readonly Other[], properties: readonly PropertyCode[]): Voice[] {
  const voices = new Map<string, Voice>()
  for (const { occurrence, statements } of others) {
    const key = occurrence.chain.map(({ sourceSlug, role, scope }) => `${sourceSlug} ${role} ${scope}`).join(' > ')
    const voice = voices.get(key) ?? { key, passages: [], statements: [] }
    voices.set(key, voice)
    voice.passages.push(occurrence)
    voice.statements.push(...statements)
  }
  const covers = ({ statements }: Voice): number => properties.filter((it) => about(statements, it).length > 0).length
  return [...voices.values()].sort((a, b) => covers(b) - covers(a))
}

const References = ({ lang, passages }: { lang: Language; passages: readonly OccurrenceView[] }) =>
  passages.map((it, i) => (
    <span key={it.id}>
      {i > 0 && ' '}
      <a className="ref" href={passagePath(lang, it)}>
        {it.claim.ref}
      </a>
    </span>
  ))

function Cell({
  lang,
  voice,
  ours,
  property,
}: {
  lang: Language
  voice: Voice
  ours: StatementView[]
  property: PropertyCode
}) {
  const t = publicWords(lang)
  const theirs = about(voice.statements, property).map((statement) => ({ statement, stand: against(ours, statement) }))
  const stands = theirs.map(({ stand }) => stand)
  const strongest = (['differs', 'tension'] as const).find((it) => stands.includes(it))
  const weakest = stands.length > 0 && stands.every((it) => it === 'general') ? 'general' : 'same'
  return (
    <td data-k={PROPERTIES[property][lang]} className={theirs.length === 0 ? 'c-nil' : CELL[strongest ?? weakest]}>
      {theirs.length === 0 && <SilentCell lang={lang} isSaid />}
      {theirs.map(({ statement, stand }) => (
        <div className="say" key={statement.id}>
          <span
            className={statement.words === null ? 'w own' : 'w'}
            {...quotedIn(voice.passages[0]?.dispatch.language ?? null)}
          >
            {statement.words ?? statement.value}
          </span>
          {stand && (
            <span className="st">
              <Icon name={ICON[stand]} />
              {stand === 'general' ? t.claim.tooGeneral : t.cell[stand]}
            </span>
          )}
        </div>
      ))}
    </td>
  )
}

/** The other voices on the same event, against each property this claim speaks about; silent cells say so. */
export function Coverage({ lang, record }: { lang: Language; record: ClaimRecord }) {
  const t = publicWords(lang)
  const mine = record.occurrences.flatMap(({ statements }) => statements.filter(isNotSetAside))
  const isDebated = (property: PropertyCode): boolean =>
    mine.some((it) => it.property === property && it.positions.some(({ status }) => isOpenConflict(status)))
  const spoken = [...new Set(mine.map(({ property }) => property))]
  const properties = [...spoken.filter(isDebated), ...spoken.filter((it) => !isDebated(it))]
  const origins = new Set(record.occurrences.map(({ chain }) => originOf(chain)?.sourceSlug))
  const speaks = ({ statements }: Other): boolean =>
    properties.some((property) => about(statements, property).length > 0)
  const voices = voicesOf(record.others.filter(speaks), properties)
  const silent = record.others.filter((other) => !speaks(other)).map(({ occurrence }) => occurrence)
  const language = record.occurrences[0]?.dispatch.language ?? null
  if (record.others.length === 0) return <p className="dim">{t.claim.coversNone}</p>
  return (
    <>
      {voices.length > 0 && (
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
                    <span className="mine" {...quotedIn(language)}>
                      {about(mine, property)
                        .map((it) => it.words ?? it.value)
                        .join(' · ')}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {voices.map((voice) => {
                const [first] = voice.passages
                if (!first) return null
                const kinds = [...new Set(voice.passages.map((it) => words(lang).occurrenceKind[it.kind]))]
                return (
                  <tr key={voice.key}>
                    <th scope="row" className="who">
                      <b>{voiceOf(first.chain)}</b>
                      <span className="dim small">{kinds.join(', ')}</span>
                      <InlineChain lang={lang} chain={first.chain} />
                      <span className="refs">
                        <References lang={lang} passages={voice.passages} />
                      </span>
                      {origins.has(originOf(first.chain)?.sourceSlug) && (
                        <span className="tag">{t.claim.sameOrigin}</span>
                      )}
                    </th>
                    {properties.map((property) => (
                      <Cell key={property} lang={lang} voice={voice} ours={about(mine, property)} property={property} />
                    ))}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Scrolling>
      )}
      {silent.length > 0 && (
        <p className="small dim after">
          {t.claim.silentOnAll} <References lang={lang} passages={silent} />
        </p>
      )}
    </>
  )
}

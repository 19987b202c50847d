import { isOpenConflict } from '@/lib/domain/conflict'
import type { ConflictBrief, ConflictRecord, PositionView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { passagePath } from '../addresses'
import { PositionBadge } from './cell'
import { InlineChain } from './chain'
import { Icon } from './icons'
import { Marked, quotedIn } from './quoted'

/** How many quotations stand in full on one side; the others are named and linked. */
const IN_FULL = 2

/** Class and status of a conflict, as a tag: icon, word and, while it is open, the marker. */
export function ConflictTag({ lang, conflict }: { lang: Language; conflict: ConflictBrief }) {
  const isOpen = isOpenConflict(conflict.status)
  const state = publicWords(lang).conflict.state(conflict.class, conflict.status)
  return (
    <span className={isOpen ? 'tag on' : 'tag ok'}>
      <Icon name={isOpen ? 'neq' : 'ok'} />
      {state.charAt(0).toLocaleUpperCase(lang) + state.slice(1)}
    </span>
  )
}

/** The passages of one side, each quotation once, in the order of the text. */
function passagesOf(position: PositionView) {
  const byWords = new Map<string, PositionView['statements'][number][]>()
  for (const statement of position.statements) {
    const key = statement.occurrence.id
    byWords.set(key, [...(byWords.get(key) ?? []), statement])
  }
  return [...byWords.values()].flatMap((same) => {
    const [first] = same
    return first ? [{ occurrence: first.occurrence, words: same.map((it) => it.words ?? '') }] : []
  })
}

function Side({ lang, position, isOpen }: { lang: Language; position: PositionView; isOpen: boolean }) {
  const t = publicWords(lang)
  const passages = passagesOf(position)
  const rest = passages.slice(IN_FULL)
  return (
    <div className={position.isGeneral ? 'side gen' : isOpen ? 'side c-no' : 'side'}>
      <p className="lab">
        {position.isGeneral ? <Icon name="general" /> : <PositionBadge ordinal={position.ordinal} />}
        <span {...quotedIn(passages[0]?.occurrence.dispatch.language ?? null)}>{position.value}</span>
        {position.isGeneral && <span className="dim">{t.conflict.generalShort}</span>}
      </p>
      {passages.slice(0, IN_FULL).map(({ occurrence, words: differing }) => (
        <figure key={occurrence.id}>
          <blockquote {...quotedIn(occurrence.dispatch.language)}>
            <Marked text={occurrence.exact} words={differing} />
          </blockquote>
          <figcaption className="by">
            <InlineChain lang={lang} chain={occurrence.chain} />{' '}
            <a className="ref" href={passagePath(lang, occurrence)}>
              {occurrence.claim.ref}
            </a>
          </figcaption>
        </figure>
      ))}
      {rest.length > 0 && (
        <p className="by">
          {t.conflict.alike}
          {t.colon}
          {rest.map(({ occurrence }, i) => (
            <span key={occurrence.id}>
              {i > 0 && ', '}
              <a className="ref" href={passagePath(lang, occurrence)}>
                {occurrence.claim.ref}
              </a>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

/** Every side of a conflict, next to each other, in the words of the texts. */
export const ConflictSides = ({ lang, conflict }: { lang: Language; conflict: ConflictRecord }) => (
  <div className="sides">
    {conflict.positions.map((position) => (
      <Side key={position.id} lang={lang} position={position} isOpen={isOpenConflict(conflict.status)} />
    ))}
  </div>
)

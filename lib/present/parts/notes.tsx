import { isOpenConflict } from '@/lib/domain/conflict'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { claimPath, conflictPath } from '../addresses'
import { InlineChain } from './chain'
import type { Numbered } from './dispatch-text'
import { Icon } from './icons'
import { Own } from './own-words'
import { VerdictWord } from './verdict-word'
import { kindOf } from './voice'

const chainKey = (note: Numbered, lang: Language): string =>
  `${note.chain.map(({ sourceSlug, role, scope }) => `${sourceSlug} ${role} ${scope}`).join(' > ')} | ${kindOf(lang, note)}`
const openOf = (note: Numbered) => note.conflicts.filter(({ status }) => isOpenConflict(status))
/** A note that says nothing but who: it can share its line with the one before it. */
const isPlain = (note: Numbered): boolean => note.claim.verdict === null && openOf(note).length === 0

/** Neighbours that say the same thing share one note, unless each has something of its own to say. */
function grouped(lang: Language, notes: readonly Numbered[], isTranslating: boolean): Numbered[][] {
  const groups: Numbered[][] = []
  for (const note of notes) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (
      !isTranslating &&
      last &&
      before &&
      isPlain(before) &&
      isPlain(note) &&
      chainKey(before, lang) === chainKey(note, lang)
    )
      last.push(note)
    else groups.push([note])
  }
  return groups
}

/** The notes of one block: who, through whom, what kind of passage, the verdict and the open conflicts. Footnotes on paper. */
export function Notes({
  lang,
  notes,
  isTranslating,
}: {
  lang: Language
  notes: readonly Numbered[]
  isTranslating: boolean
}) {
  const t = publicWords(lang)
  return (
    <div lang={lang} className="margin">
      <ol className="notes" aria-label={t.dispatch.notes}>
        {grouped(lang, notes, isTranslating).map((group) => {
          const [note] = group
          if (!note) return null
          const open = openOf(note)
          return (
            <li key={note.anchor}>
              <span className="ns">
                {group.map(({ anchor, number }) => (
                  <a key={anchor} id={`n-${anchor}`} href={`#${anchor}`} aria-label={t.dispatch.back(number)}>
                    {number}
                  </a>
                ))}
              </span>
              <div>
                {isTranslating && (
                  <a className="gist" href={claimPath(lang, note.claim.slug)}>
                    <Own lang={lang} fr={note.claim.statementFr} en={note.claim.statementEn} />
                  </a>
                )}
                <InlineChain lang={lang} chain={note.chain} />
                <span className="dim">, {kindOf(lang, note)}</span>{' '}
                {!isTranslating &&
                  group.map(({ anchor, claim }) => (
                    <a key={anchor} className="ref" href={claimPath(lang, claim.slug)}>
                      {claim.ref}
                    </a>
                  ))}{' '}
                {note.claim.verdict && (
                  <VerdictWord lang={lang} rating={note.claim.verdict.rating} href={claimPath(lang, note.claim.slug)} />
                )}{' '}
                {open.length > 0 && (
                  <span className="tag on">
                    <Icon name="neq" />
                    {open.map((conflict) => (
                      <a key={conflict.id} href={conflictPath(lang, conflict.slug)}>
                        {conflict.ref}
                      </a>
                    ))}
                  </span>
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

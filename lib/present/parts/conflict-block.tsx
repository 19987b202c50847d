import { positionLetter } from '@/lib/domain/conflict'
import { PROPERTIES } from '@/lib/domain/property'
import type { ConflictRecord, ResolutionView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { words } from '@/lib/i18n/words'
import { conflictPath } from '../addresses'
import { ConflictSides, ConflictTag } from './conflict-sides'
import { Own, OwnParagraph } from './own-words'
import { Day } from './when'

/** What was decided, in a word, with the letter when one side is preferred. */
export const outcomeWord = (lang: Language, { outcome, positionOrdinal }: ResolutionView): string =>
  outcome === 'prefer_position' && positionOrdinal !== null
    ? publicWords(lang).conflict.preferred(positionLetter(positionOrdinal))
    : words(lang).resolutionOutcome[outcome]

/** A decision with its public reason. */
export function Decision({ lang, resolution }: { lang: Language; resolution: ResolutionView }) {
  const outcome = outcomeWord(lang, resolution)
  return (
    <div className="why">
      <p>
        <b>{outcome.charAt(0).toLocaleUpperCase(lang) + outcome.slice(1)}.</b>{' '}
        <Own lang={lang} fr={resolution.rationaleFr} en={resolution.rationaleEn} />
      </p>
      <p className="dim small">
        {resolution.by && `${resolution.by}, `}
        <Day lang={lang} iso={resolution.at} />
      </p>
    </div>
  )
}

/** One conflict inside a page: title, state, sides, what disagrees, and how it was settled when it was. */
export function ConflictBlock({
  lang,
  conflict,
  level = 3,
}: {
  lang: Language
  conflict: ConflictRecord
  level?: 2 | 3
}) {
  const t = publicWords(lang)
  const Heading = `h${level}` as const
  const [latest] = conflict.resolutions
  const passages = new Set(conflict.positions.flatMap(({ statements }) => statements.map((s) => s.occurrence.id))).size
  return (
    <article className="conf" id={conflict.ref}>
      <header>
        <Heading>
          <a href={conflictPath(lang, conflict.slug)}>
            <Own lang={lang} fr={conflict.titleFr} en={conflict.titleEn} />
          </a>
        </Heading>
        <ConflictTag lang={lang} conflict={conflict} />
        <span className="dim small">
          {PROPERTIES[conflict.property][lang]}, {conflict.ref}, {t.counts.passages(passages)},{' '}
          {t.counts.positions(conflict.positions.filter(({ isGeneral }) => !isGeneral).length)}
        </span>
      </header>
      <ConflictSides lang={lang} conflict={conflict} />
      <OwnParagraph lang={lang} fr={conflict.explanationFr} en={conflict.explanationEn} className="why" />
      {latest && (conflict.status === 'resolved' || conflict.status === 'dismissed') && (
        <Decision lang={lang} resolution={latest} />
      )}
    </article>
  )
}

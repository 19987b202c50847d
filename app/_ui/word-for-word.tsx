import { positionLetter } from '@/lib/domain/conflict'
import type { PositionView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { inRuns, wordDiff } from '@/lib/domain/word-diff'
import { deskConflictWords } from '@/lib/i18n/desk-conflict'
import { quotedIn } from '@/lib/present/parts/quoted'

/** The first position against each of the others: what only one of the two passages says carries its letter. */
export function WordForWord({ lang, positions }: { lang: Language; positions: readonly PositionView[] }) {
  const t = deskConflictWords(lang)
  const [first, ...others] = positions.flatMap(({ ordinal, statements: [it] }) =>
    it
      ? [{ letter: positionLetter(ordinal), text: it.occurrence.exact, language: it.occurrence.dispatch.language }]
      : [],
  )
  if (!first) return null
  return others.flatMap((other) =>
    other.language !== first.language || other.text === first.text ? (
      []
    ) : (
      <details key={other.letter} className="pair">
        <summary>{t.wordForWord(first.letter, other.letter)}</summary>
        <p className="changed" {...quotedIn(other.language)}>
          {inRuns(wordDiff(first.text, other.text, other.language)).map(({ text, kind }, i) => {
            const key = `${i} ${kind}`
            if (kind === 'same') return <span key={key}>{text}</span>
            const Mark = kind === 'removed' ? 'del' : 'ins'
            const { letter } = kind === 'removed' ? first : other
            return (
              <Mark key={key}>
                <span className="of" aria-hidden="true">
                  {letter}
                </span>
                <span className="vh" lang={lang}>
                  {' '}
                  [{t.onlyIn(letter)}]{' '}
                </span>
                {text}
              </Mark>
            )
          })}
        </p>
        <p className="dim small">{t.pairLegend(first.letter, other.letter)}</p>
      </details>
    ),
  )
}

import { Fragment, type ReactNode } from 'react'
import { isOpenConflict } from '@/lib/domain/conflict'
import type { Span } from '@/lib/domain/quote'
import type { OccurrenceView } from '@/lib/domain/record'
import { markedBlocks, type Stretch } from '@/lib/present/marked-text'

type ClaimMark = Span & { layer: 'claim'; occurrence: OccurrenceView }
type SentenceMark = Span & { layer: 'sentence'; n: number }
type ChosenMark = Span & { layer: 'chosen' }
/** What a suggestion rests on, while one looks at it. */
type ShownMark = Span & { layer: 'shown' }
type Mark = ClaimMark | SentenceMark | ChosenMark | ShownMark

type Props = {
  text: string
  occurrences: readonly OccurrenceView[]
  sentences: readonly Span[]
  chosen: Span | null
  shown: readonly Span[]
  /** Number of the sentence the reader is at. */
  current: number
  openRef: string | null
  /** What stands before a sentence: the button that chooses it. */
  beforeSentence: (n: number, words: string) => ReactNode
  /** The number at the end of a claim's words. */
  numberOf: (occurrence: OccurrenceView) => ReactNode
}

const LINE: Record<OccurrenceView['kind'], string> = { direct_quote: 'm', indirect: 'm ind', narration: 'm nar' }
const isContradicted = ({ conflicts }: OccurrenceView) =>
  conflicts.some((it) => it.class === 'contradiction' && isOpenConflict(it.status))

/**
 * The text of a dispatch, letter for letter, cut wherever a claim, a sentence or the chosen passage begins or ends. Each
 * stretch says where it starts (`data-at`, code points), so that a selection made with the mouse can be found again.
 */
export function MarkedLines({
  text,
  occurrences,
  sentences,
  chosen,
  shown,
  current,
  openRef,
  beforeSentence,
  numberOf,
}: Props) {
  const marks: Mark[] = [
    ...occurrences.map(
      (occurrence): ClaimMark => ({ layer: 'claim', start: occurrence.start, end: occurrence.end, occurrence }),
    ),
    ...sentences.map((span, n): SentenceMark => ({ layer: 'sentence', ...span, n })),
    ...(chosen ? [{ layer: 'chosen', ...chosen } as const] : []),
    ...shown.map(({ start, end }): ShownMark => ({ layer: 'shown', start, end })),
  ]
  const { lead, blocks } = markedBlocks<Mark>(text, marks)
  const first = new Map<string, number>()
  for (const { stretches } of blocks)
    for (const { start, marks: over } of stretches)
      for (const mark of over)
        if (mark.layer === 'claim' && !first.has(mark.occurrence.id)) first.set(mark.occurrence.id, start)

  const wordsOf = (stretch: Stretch<Mark>): ReactNode => {
    const claims = stretch.marks.filter((mark): mark is ClaimMark => mark.layer === 'claim')
    const isCurrent = stretch.marks.some((mark) => mark.layer === 'sentence' && mark.n === current)
    const isChosen = stretch.marks.some((mark) => mark.layer === 'chosen')
    const isShown = stretch.marks.some((mark) => mark.layer === 'shown')
    const words = (
      <span
        data-at={stretch.start}
        className={
          [isChosen ? 'chosen' : isCurrent && 'sent', isShown && 'proposed'].filter(Boolean).join(' ') || undefined
        }
      >
        {stretch.text}
      </span>
    )
    return claims.reduceRight<ReactNode>((inner, { occurrence }, depth) => {
      const { ref } = occurrence.claim
      const name = [
        LINE[occurrence.kind],
        isContradicted(occurrence) && 'x',
        depth < claims.length - 1 && 'up',
        ref === openRef && 'cur',
      ]
        .filter(Boolean)
        .join(' ')
      return (
        <mark
          key={ref}
          className={name}
          id={first.get(occurrence.id) === stretch.start ? `text-${ref}` : undefined}
          aria-details={`card-${ref}`}
          data-claims={claims.map((it) => it.occurrence.claim.ref).join(' ')}
        >
          {inner}
        </mark>
      )
    }, words)
  }

  return (
    <>
      {lead}
      {blocks.map((block) => (
        <Fragment key={block.start}>
          <p className="text">
            {block.stretches.map((stretch) => (
              <Fragment key={stretch.start}>
                {stretch.marks.map(
                  (mark) =>
                    mark.layer === 'sentence' &&
                    mark.start === stretch.start && (
                      <Fragment key={mark.n}>
                        {beforeSentence(
                          mark.n,
                          block.stretches
                            .filter((it) => it.start >= mark.start && it.start < mark.end)
                            .map((it) => it.text)
                            .join(''),
                        )}
                      </Fragment>
                    ),
                )}
                {wordsOf(stretch)}
                {stretch.ends.map(
                  (mark) =>
                    mark.layer === 'claim' && <Fragment key={mark.occurrence.id}>{numberOf(mark.occurrence)}</Fragment>,
                )}
              </Fragment>
            ))}
          </p>
          {block.gap}
        </Fragment>
      ))}
    </>
  )
}

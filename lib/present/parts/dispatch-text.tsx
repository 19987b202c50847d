import { Fragment, type ReactNode } from 'react'
import { isOpenConflict } from '@/lib/domain/conflict'
import type { Span } from '@/lib/domain/quote'
import type { DispatchRecord, OccurrenceView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { passageMark } from '../addresses'
import { type Block, markedBlocks, type Stretch } from '../marked-text'
import { Notes } from './notes'
import { quotedIn } from './quoted'

/** An occurrence with the number readers see and the id its mark carries; a claim that appears twice keeps its number. */
export type Numbered = OccurrenceView & { number: string; anchor: string }
/** Left over from the page the text was taken from. */
type Leftover = Span & { isLeftover: true }
type Mark = Numbered | Leftover

const isLeftover = (mark: Mark): mark is Leftover => 'isLeftover' in mark

/** Numbers as short as they can be and still lead to the claim: C14 is 14. */
export function numbered(occurrences: readonly OccurrenceView[]): Numbered[] {
  const times = new Map<string, number>()
  return occurrences.map((occurrence, i) => {
    const { ref } = occurrence.claim
    const n = (times.get(ref) ?? 0) + 1
    times.set(ref, n)
    const digits = /(\d{1,3})$/.exec(ref)?.[1]
    return {
      ...occurrence,
      number: digits ? String(Number(digits)) : String(i + 1),
      anchor: passageMark(ref, n),
    }
  })
}

const LINE: Record<OccurrenceView['kind'], string> = { direct_quote: 'm', indirect: 'm ind', narration: 'm nar' }
const isContradicted = ({ conflicts }: OccurrenceView): boolean =>
  conflicts.some((conflict) => conflict.class === 'contradiction' && isOpenConflict(conflict.status))

/** The words of a stretch under all its marks, outermost first; each mark says which claims it belongs to and where its note is. */
function underMarks(stretch: Stretch<Mark>, starts: ReadonlySet<string>): ReactNode {
  const over = stretch.marks.filter((mark): mark is Numbered => !isLeftover(mark))
  const words: ReactNode = stretch.marks.some(isLeftover) ? (
    <span className="leftover">{stretch.text}</span>
  ) : (
    stretch.text
  )
  return over.reduceRight<ReactNode>((inner, mark, depth) => {
    const name = [LINE[mark.kind], isContradicted(mark) && 'x', depth < over.length - 1 && 'up']
      .filter(Boolean)
      .join(' ')
    return (
      <mark
        key={mark.anchor}
        className={name}
        id={starts.has(`${mark.anchor}@${stretch.start}`) ? mark.anchor : undefined}
        data-claims={depth === 0 ? over.map(({ claim }) => claim.ref).join(' ') : undefined}
        aria-details={`n-${mark.anchor}`}
      >
        {inner}
      </mark>
    )
  }, words)
}

function Words({ lang, block, starts }: { lang: Language; block: Block<Mark>; starts: ReadonlySet<string> }) {
  const t = publicWords(lang).dispatch
  return block.stretches.map((stretch) => (
    <Fragment key={stretch.start}>
      {underMarks(stretch, starts)}
      {stretch.ends.map(
        (mark) =>
          !isLeftover(mark) && (
            <a
              key={mark.anchor}
              className={isContradicted(mark) ? 'n q' : 'n'}
              href={`#n-${mark.anchor}`}
              aria-label={t.claimNumber(mark.number)}
              lang={lang}
            >
              {mark.number}
            </a>
          ),
      )}
    </Fragment>
  ))
}

/** A short line that ends without a full stop, between two others, reads as a heading. */
const looksLikeHeading = (text: string): boolean => text.length <= 90 && !/[.!?…:;,"»”]\s*$/.test(text)

/** The whole text, letter for letter, with its marks, and beside each block the notes of the claims that end in it. */
export function DispatchText({ lang, record }: { lang: Language; record: DispatchRecord }) {
  const t = publicWords(lang).dispatch
  const occurrences = numbered(record.occurrences)
  const leftovers = record.boilerplate.map((span): Leftover => ({ ...span, isLeftover: true }))
  const { lead, blocks } = markedBlocks<Mark>(record.text, [...occurrences, ...leftovers])
  const starts = new Set<string>()
  const seen = new Set<string>()
  for (const block of blocks)
    for (const stretch of block.stretches)
      for (const mark of stretch.marks)
        if (!isLeftover(mark) && !seen.has(mark.anchor)) {
          seen.add(mark.anchor)
          starts.add(`${mark.anchor}@${stretch.start}`)
        }
  const title = blocks.findIndex(({ stretches }) => stretches.map(({ text }) => text).join('') === record.title)
  return (
    <>
      {title < 0 && (
        <h1 className="h1" {...quotedIn(record.language)}>
          {record.title}
        </h1>
      )}
      <article className="whole" {...quotedIn(record.language)}>
        {lead}
        {blocks.map((block, i) => {
          const words = block.stretches.map(({ text }) => text).join('')
          const isApart = record.boilerplate.some(({ start, end }) => start <= block.start && end >= block.end)
          const As = i === title ? 'h1' : i > title && i < blocks.length - 1 && looksLikeHeading(words) ? 'h2' : 'p'
          const notes = occurrences.filter(
            ({ start, end }) => end > block.start && end <= block.end && start < block.end,
          )
          return (
            <Paragraph key={block.start} gap={block.gap}>
              <div className={isApart ? 'para apart' : 'para'}>
                <As className={isApart ? 'text leftover' : 'text'}>
                  <Words lang={lang} block={block} starts={starts} />
                </As>
                {isApart && (
                  <p className="small dim" lang={lang}>
                    {t.boilerplate}
                  </p>
                )}
                {notes.length > 0 && <Notes lang={lang} notes={notes} isTranslating={lang !== record.language} />}
              </div>
            </Paragraph>
          )
        })}
      </article>
    </>
  )
}

/** The line breaks stay in the document, between the blocks, where they take no room. */
const Paragraph = ({ gap, children }: { gap: string; children: ReactNode }) => (
  <>
    {children}
    {gap}
  </>
)

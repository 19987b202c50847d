'use client'
import { type ReactNode, useState } from 'react'
import { findQuote, MIN_NEAR_LENGTH, nearQuotes } from '@/lib/domain/find-quote'
import type { CodePoints, Span } from '@/lib/domain/quote'
import { codePointLength } from '@/lib/domain/text'
import type { Language } from '@/lib/domain/vocabulary'
import { wordDiff } from '@/lib/domain/word-diff'
import { deskFindWords } from '@/lib/i18n/desk-find'

/** Around a place, in code points, so that two places with the same words can be told apart. */
const AROUND = 40

type Props = { lang: Language; language: string; points: CodePoints; onFound: (span: Span) => void }
type Answer = { of: string; kind: 'exact' | 'folded' | 'near' | 'none' | 'no_near'; places: readonly Span[] }

/**
 * Finds a pasted quotation. One exact place is taken at once; several are chosen from; words that match once folded are shown
 * and wait for a click; words that are only near are not even looked for without one.
 */
export function FindQuote({ lang, language, points, onFound }: Props) {
  const t = deskFindWords(lang)
  const [pasted, setPasted] = useState('')
  const [answer, setAnswer] = useState<Answer | null>(null)
  const take = (span: Span) => {
    setAnswer(null)
    onFound({ start: span.start, end: span.end })
  }
  const find = () => {
    if (pasted.trim() === '') return setAnswer(null)
    const found = findQuote(points, pasted)
    const [only, second] = found?.places ?? []
    if (found?.match === 'exact' && only && !second) return take(only)
    setAnswer({ of: pasted, kind: found?.match ?? 'none', places: found?.places ?? [] })
  }
  const findNear = (of: string) => {
    const places = nearQuotes(points, of)
    setAnswer({ of, kind: places.length > 0 ? 'near' : 'no_near', places })
  }
  const says =
    answer &&
    {
      exact: t.several(answer.places.length),
      folded: answer.places.length > 1 ? t.several(answer.places.length) : t.folded,
      near: t.near(answer.places.length),
      none: t.none,
      no_near: t.noNear,
    }[answer.kind]
  const isShort = answer?.kind === 'none' && codePointLength(answer.of.trim()) < MIN_NEAR_LENGTH
  return (
    <>
      <form
        className="find"
        onSubmit={(event) => {
          event.preventDefault()
          find()
        }}
      >
        <label htmlFor="find">{t.label}</label>
        <input id="find" value={pasted} autoComplete="off" onChange={(event) => setPasted(event.target.value)} />
        <button type="submit" className="b">
          {t.go}
        </button>
      </form>
      <div role="status">
        {answer && (
          <p className="small">
            {says} {isShort && t.tooShort}
          </p>
        )}
      </div>
      {answer?.kind === 'none' && !isShort && (
        <p>
          <button type="button" className="b" onClick={() => findNear(answer.of)}>
            {t.lookNear}
          </button>
        </p>
      )}
      {answer && answer.places.length > 0 && (
        <ol className="found-places">
          {answer.places.map((span, i) => (
            <li key={span.start}>
              <p lang={language}>
                {answer.kind === 'near' ? (
                  <Differing
                    lang={lang}
                    own={points.slice(span.start, span.end)}
                    pasted={answer.of}
                    language={language}
                  />
                ) : (
                  <InContext points={points} span={span} />
                )}
              </p>
              <button type="button" className="b" onClick={() => take(span)}>
                {t.take}
                <span className="vh">, {t.place(i + 1, span.start)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

/** A place with what stands around it. */
function InContext({ points, span: { start, end } }: { points: CodePoints; span: Span }): ReactNode {
  return (
    <>
      <span className="dim">
        {start > AROUND && '…'}
        {points.slice(Math.max(0, start - AROUND), start)}
      </span>
      <b>{points.slice(start, end)}</b>
      <span className="dim">
        {points.slice(end, Math.min(points.length, end + AROUND))}
        {end + AROUND < points.length && '…'}
      </span>
    </>
  )
}

/** The words of the text and the pasted ones, where they differ; each is named aloud. */
function Differing({ lang, own, pasted, language }: { lang: Language; own: string; pasted: string; language: string }) {
  const t = deskFindWords(lang)
  return wordDiff(pasted.trim(), own, language).map(({ text, kind }, i) => {
    const key = `${i} ${kind}`
    if (kind === 'same') return <span key={key}>{text}</span>
    const Mark = kind === 'removed' ? 'del' : 'ins'
    return (
      <Mark key={key}>
        <span className="vh" lang={lang}>
          {' '}
          [{kind === 'removed' ? t.inPasted : t.inText}]{' '}
        </span>
        {text}
      </Mark>
    )
  })
}

'use client'
import { useState } from 'react'
import { type CodePoints, foldedOccurrencesOf, occurrencesOf, type Span } from '@/lib/domain/quote'
import type { Language } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'

type Props = { lang: Language; language: string; points: CodePoints; onFound: (span: Span) => void }

/** Finds a pasted quotation. Words that match only once quotes and spaces are folded are shown, and wait for a click. */
export function FindQuote({ lang, language, points, onFound }: Props) {
  const t = deskWords(lang).reading
  const [words, setWords] = useState('')
  const [near, setNear] = useState<Span | 'none' | null>(null)
  const find = () => {
    const [exact] = occurrencesOf(points, words)
    if (exact) {
      onFound(exact)
      setNear(null)
    } else setNear(foldedOccurrencesOf(points, words)[0] ?? 'none')
  }
  return (
    <>
      <form
        className="find"
        onSubmit={(event) => {
          event.preventDefault()
          find()
        }}
      >
        <label htmlFor="find">{t.find}</label>
        <input id="find" value={words} onChange={(event) => setWords(event.target.value)} />
        <button type="submit" className="b">
          {t.findGo}
        </button>
      </form>
      <div role="status">
        {near === 'none' && <p className="small">{t.findNone}</p>}
        {near && near !== 'none' && (
          <p className="small">
            {t.findFolded} <q lang={language}>{points.slice(near.start, near.end)}</q>{' '}
            <button
              type="button"
              className="b"
              onClick={() => {
                onFound(near)
                setNear(null)
              }}
            >
              {t.findTake}
            </button>
          </p>
        )}
      </div>
    </>
  )
}

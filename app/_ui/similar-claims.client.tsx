'use client'
import { useEffect, useId, useState } from 'react'
import { isComparable, type Similar } from '@/lib/domain/matching'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMatchingWords } from '@/lib/i18n/desk-matching'
import { SimilarRows } from './similar-rows'

/** Somebody who types is not asked about at every letter. */
const PAUSE_MS = 400

type Props = { lang: Language; text: string; except?: string }

/** Has this been checked? Asked again whenever whoever types makes a pause; how many were found is said politely. */
export function SimilarClaims({ lang, text, except = '' }: Props) {
  const t = deskMatchingWords(lang)
  const id = useId()
  /** Null until there was an answer to this text. */
  const [found, setFound] = useState<Similar | null>(null)
  const [isOffline, setOffline] = useState(false)

  useEffect(() => {
    const stop = new AbortController()
    const ask = async () => {
      if (!isComparable(text)) return setFound(null)
      try {
        const query = new URLSearchParams({ text, except })
        const answer = await fetch(`/api/desk/similar-claims?${query}`, { signal: stop.signal })
        if (!answer.ok) throw new Error(`${answer.status}`)
        setFound((await answer.json()) as Similar)
        setOffline(false)
      } catch {
        if (stop.signal.aborted) return
        setFound(null)
        setOffline(true)
      }
    }
    const timer = setTimeout(ask, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text, except])

  return (
    <section className="similar-claims" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className="small">
        {t.title}
      </h3>
      <p role="status" className="small dim">
        {isOffline ? t.failed : found === null ? t.tooShort : t.said(found.claims.length, found.reviews.length)}
      </p>
      {found !== null && <SimilarRows lang={lang} {...found} />}
    </section>
  )
}

import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/vocabulary'
import { directionOf } from '@/lib/i18n/format'
import { publicWords } from '@/lib/i18n/public'

/** The language of quoted words, for screen readers and line breaking; direction only where it is not the usual one. */
export const quotedIn = (language: string | null): { lang?: string; dir?: 'rtl' } => ({
  ...(language ? { lang: language } : {}),
  ...(directionOf(language) === 'rtl' ? { dir: 'rtl' as const } : {}),
})

/** Somebody's words inside a sentence of ours: our quotation marks outside, not a letter of theirs changed. */
export function Quoted({ lang, language, children }: { lang: Language; language: string | null; children: ReactNode }) {
  const [open, close] = publicWords(lang).quote
  return (
    <span className="q">
      {open}
      <span {...quotedIn(language)}>{children}</span>
      {close}
    </span>
  )
}

/** A quotation in which the words that matter are bold, when they stand in it letter for letter. */
export function Marked({ text, words }: { text: string; words: readonly string[] }): ReactNode {
  const spans = words
    .filter((it) => it !== '' && it !== text)
    .map((it) => ({ start: text.indexOf(it), end: text.indexOf(it) + it.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const pieces: ReactNode[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (start < at) continue
    pieces.push(text.slice(at, start), <b key={start}>{text.slice(start, end)}</b>)
    at = end
  }
  pieces.push(text.slice(at))
  return pieces
}

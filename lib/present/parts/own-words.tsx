import type { ElementType, ReactNode } from 'react'
import type { Language } from '@/lib/domain/vocabulary'
import { frenchSpaces } from '@/lib/i18n/typography'

export type OwnWords = { text: string; lang: Language }

/** Our words in the reader's language, or in the other one when that is all there is; null when nobody wrote any. */
export function ownWords(lang: Language, fr: string | null, en: string | null): OwnWords | null {
  const set = (text: string, its: Language): OwnWords => ({ text: its === 'fr' ? frenchSpaces(text) : text, lang: its })
  const text = lang === 'fr' ? fr : en
  if (text !== null && text.trim() !== '') return set(text, lang)
  const other = lang === 'fr' ? en : fr
  return other !== null && other.trim() !== '' ? set(other, lang === 'fr' ? 'en' : 'fr') : null
}

/** The text alone, for a title or an attribute. */
export const ownText = (lang: Language, fr: string | null, en: string | null): string =>
  ownWords(lang, fr, en)?.text ?? ''

type Both = { lang: Language; fr: string | null; en: string | null }

/** Our words inside a line; marked with their language when it is not the page's. */
export function Own({ lang, fr, en }: Both): ReactNode {
  const said = ownWords(lang, fr, en)
  if (said === null) return null
  return said.lang === lang ? said.text : <span lang={said.lang}>{said.text}</span>
}

/** Our words as paragraphs: a blank line separates two; lines that begin with a dash are a list. */
export function OwnProse({ lang, fr, en, className }: Both & { className?: string }): ReactNode {
  const said = ownWords(lang, fr, en)
  if (said === null) return null
  const blocks = said.text.replace(/\r\n?/g, '\n').split(/\n\s*\n/)
  return (
    <div className={className ?? 'prose'} lang={said.lang === lang ? undefined : said.lang}>
      {blocks.map((block) => {
        const lines = block.split('\n').filter((line) => line.trim() !== '')
        const isList = lines.length > 0 && lines.every((line) => /^\s*[-–—•]\s/.test(line))
        if (!isList) return <p key={block}>{block}</p>
        return (
          <ul key={block}>
            {lines.map((line) => (
              <li key={line}>{line.replace(/^\s*[-–—•]\s+/, '')}</li>
            ))}
          </ul>
        )
      })}
    </div>
  )
}

/** A paragraph of our words, when there are any. */
export function OwnParagraph({
  lang,
  fr,
  en,
  className,
  as: As = 'p',
}: Both & { className?: string; as?: ElementType }): ReactNode {
  const said = ownWords(lang, fr, en)
  if (said === null) return null
  return (
    <As className={className} lang={said.lang === lang ? undefined : said.lang}>
      {said.text}
    </As>
  )
}

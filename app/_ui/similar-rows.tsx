import { type SimilarClaim, statementIn } from '@/lib/domain/matching'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMatchingWords } from '@/lib/i18n/desk-matching'
import { VerdictWord } from '@/lib/present/parts/verdict-word'

type Props = { lang: Language; found: readonly SimilarClaim[] }

/** Claims that read like a text: each with its words and its verdict, and the way to it. */
export function SimilarRows({ lang, found }: Props) {
  const t = deskMatchingWords(lang)
  return (
    <ul className="similar">
      {found.map((claim) => {
        const { text, language } = statementIn(claim, lang)
        return (
          <li key={claim.slug}>
            <a href={`/${lang}/desk/claims/${claim.slug}`}>
              {claim.ref} <span lang={language}>{text}</span>
            </a>{' '}
            {claim.rating ? (
              <VerdictWord lang={lang} rating={claim.rating} />
            ) : (
              <span className="dim small">{t.noVerdict}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

import { publisherOf, type Similar, statementIn } from '@/lib/domain/matching'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMatchingWords } from '@/lib/i18n/desk-matching'
import { day } from '@/lib/i18n/format'
import { VerdictWord } from '@/lib/present/parts/verdict-word'

type Props = Similar & { lang: Language }

/**
 * Claims that read like a text, each with its words and its verdict, and the way to it; then what others have published about
 * such a claim, in their words and under their name.
 */
export function SimilarRows({ lang, claims, reviews }: Props) {
  const t = deskMatchingWords(lang)
  return (
    <>
      {claims.length > 0 && (
        <ul className="similar">
          {claims.map((claim) => {
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
      )}
      {reviews.length > 0 && (
        <ul className="similar elsewhere">
          {reviews.map((review) => (
            <li key={`${review.url} ${review.claim}`}>
              {t.opens}
              <span lang={review.language ?? ''} dir="auto">
                {review.claim}
              </span>
              {t.closes}
              <br />
              <span className="small">
                {t.reviewedBy}{' '}
                <a href={review.url} rel="noreferrer external" dir="auto">
                  {publisherOf(review)}
                </a>
                {t.colon}
                {review.ratingWords === null ? (
                  t.noRating
                ) : (
                  <b lang={review.language ?? ''} dir="auto">
                    {review.ratingWords}
                  </b>
                )}
                {review.datePublished && (
                  <>
                    {', '}
                    <time dateTime={review.datePublished}>{day(lang, review.datePublished)}</time>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

import type { Language } from '@/lib/domain/vocabulary'
import { deskMatchingWords } from '@/lib/i18n/desk-matching'

type Line = { id: string; kind: 'match' | 'conflict'; why: string; ref: string; slug: string; words: string | null }
type Props = { lang: Language; claimRef: string; pairs: readonly Line[] }

/** Other claims of the archive that may say the same or give another number: why, the way there, and the way to a conflict. */
export function ClaimPairs({ lang, claimRef, pairs }: Props) {
  const t = deskMatchingWords(lang).pairs
  if (pairs.length === 0) return null
  return (
    <section className="sec" aria-labelledby="pairs">
      <h2 id="pairs">{t.title}</h2>
      <ul className="similar">
        {pairs.map(({ id, kind, why, ref, slug, words }) => (
          <li key={id}>
            <span className="tag">{t[kind]}</span>{' '}
            <a href={`/${lang}/desk/claims/${slug}`}>
              {ref} {words}
            </a>
            <br />
            <span className="small dim">{why}</span>{' '}
            {kind === 'conflict' && (
              <a href={`/${lang}/desk/conflicts/new?${new URLSearchParams({ claims: `${claimRef},${ref}` })}`}>
                {t.mark(ref)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { Metadata } from 'next'
import { PairList } from '@/app/_ui/pair-list.client'
import { SimilarRows } from '@/app/_ui/similar-rows'
import { isComparable, MAX_MATCH_TEXT } from '@/lib/domain/matching'
import { deskMatchingWords } from '@/lib/i18n/desk-matching'
import { deskPairsWords } from '@/lib/i18n/desk-pairs'
import { findSimilarClaims } from '@/lib/services/find-similar-claims'
import { loadPairs } from '@/lib/services/load-pairs'
import { deskOfRequest } from '@/lib/web/desk'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { dismissPairAction, relatePairAction } from './actions'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<{ text?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskMatchingWords(await languageOfParams(params)).title }
}

/**
 * Has this been checked? A sentence in, the claims that read like it out; a plain form. Below it, the claims of the archive
 * that rules lay side by side. Both are of the archive as it is today.
 */
export default async function SimilarClaimsPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { text: asked } = await searchParams
  const text = [...(typeof asked === 'string' ? asked : '')].slice(0, MAX_MATCH_TEXT).join('')
  const found = await findSimilarClaims(await deskOfRequest(), { text })
  const { pairs, waiting, mayDecide } = await loadPairs(await deskOfRequest(), {})
  const t = deskMatchingWords(lang)
  const p = deskPairsWords(lang)
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <p className="dim">{t.lead}</p>
      <form>
        <label htmlFor="text">{t.text}</label>
        <textarea id="text" name="text" rows={4} defaultValue={text} maxLength={MAX_MATCH_TEXT} required />
        <p>
          <button type="submit" className="b go">
            {t.submit}
          </button>
        </p>
      </form>
      {text !== '' && (
        <>
          <p role="status">{isComparable(text) ? t.said(found.claims.length, found.reviews.length) : t.tooShort}</p>
          <SimilarRows lang={lang} {...found} />
        </>
      )}
      <PairList
        lang={lang}
        title={p.listTitle}
        pairs={pairs}
        mayDecide={mayDecide}
        actions={{ relate: relatePairAction, dismiss: dismissPairAction }}
      >
        <p className="dim">{p.lead}</p>
        {waiting > 0 && (
          <p>
            {p.waiting(waiting)}. {waiting > pairs.length && p.first(pairs.length)}
          </p>
        )}
      </PairList>
    </main>
  )
}

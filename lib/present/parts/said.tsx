import type { ClaimRecord } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { passagePath } from '../addresses'
import { quotePieces } from '../quote-pieces'
import { Chain } from './chain'
import { quotedIn } from './quoted'
import { kindOf } from './voice'
import { When } from './when'

type Passage = ClaimRecord['occurrences'][number]

/** One passage: the claim in its paragraph, what stands outside the marks, and the chain it came through. */
export function Said({ lang, passage }: { lang: Language; passage: Passage }) {
  const t = publicWords(lang)
  const { paragraph, dispatch } = passage
  const pieces = quotePieces(paragraph.text, {
    start: passage.start - paragraph.start,
    end: passage.end - paragraph.start,
  })
  const showsOutside = passage.kind === 'direct_quote' && pieces.some(({ isOutside }) => isOutside)
  const hasCut = pieces.some(({ isCut }) => isCut)
  return (
    <>
      <p className="small dim">
        {kindOf(lang, passage)} · <cite {...quotedIn(dispatch.language)}>{dispatch.title}</cite>
        {dispatch.publisher && `, ${dispatch.publisher}`} ·{' '}
        <When lang={lang} date={passage.date} language={dispatch.language} /> ·{' '}
        <a href={passagePath(lang, passage)}>{t.claim.inDispatch}</a>
      </p>
      <blockquote className="said" {...quotedIn(dispatch.language)}>
        {pieces.map(({ text, isClaim, isOutside, isCut, start }) => {
          const kinds = [isClaim && 'hot', isCut && 'cut', showsOutside && isOutside && 'out'].filter(Boolean).join(' ')
          if (kinds === '') return text
          return isClaim ? (
            <mark key={start} className={kinds}>
              {text}
            </mark>
          ) : (
            <span key={start} className={kinds}>
              {text}
            </span>
          )
        })}
      </blockquote>
      <p className="legend">
        <span>
          <span className="swatch said-mark">
            <mark className="hot">{t.claim.hot}</mark>
          </span>{' '}
          {t.claim.hotMeans}
        </span>
        {hasCut && (
          <span>
            <span className="swatch said-mark">
              <span className="cut">{t.claim.cut}</span>
            </span>{' '}
            {t.claim.cutMeans}
          </span>
        )}
        {showsOutside && (
          <span>
            <span className="swatch said-mark">
              <span className="out">{t.claim.out}</span>
            </span>{' '}
            {t.claim.outMeans}
          </span>
        )}
        {passage.kind !== 'direct_quote' && <span>{t.claim.noMarks}</span>}
        {passage.quoteScopes.includes('translated') && <span>{t.claim.translatedNote}</span>}
      </p>
      <Chain lang={lang} language={dispatch.language} chain={passage.chain} />
    </>
  )
}

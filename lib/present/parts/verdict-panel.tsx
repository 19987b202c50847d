import type { ClaimRecord } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { methodologyPath } from '../addresses'
import { Icon, VerdictShape } from './icons'
import { OwnParagraph } from './own-words'
import { ratingDefinition, ratingWord } from './verdict-word'

/** What must be known before the verdict is read: withdrawn, being read again, or read by one person only. */
export function Banners({ lang, record }: { lang: Language; record: ClaimRecord }) {
  const t = publicWords(lang).claim
  const [latest] = record.versions
  const isWithdrawn = latest?.isWithdrawal === true || record.verdict?.state === 'withdrawn'
  const banners: [string, string][] = []
  if (isWithdrawn) banners.push([t.withdrawnTitle, t.withdrawn])
  if (record.verdict?.state === 'needs_rereview' && !isWithdrawn) banners.push([t.rereviewTitle, t.rereview])
  if (latest?.isSelfPublished && !isWithdrawn) banners.push([t.selfTitle, t.self])
  return banners.map(([title, text]) => (
    <p className="banner" key={title}>
      <Icon name="alert" />
      <span>
        <b>{title}.</b> {text}
      </span>
    </p>
  ))
}

/** The verdict: a word set like a headline beside a black shape, its definition, and the summary. */
export function VerdictPanel({ lang, record }: { lang: Language; record: ClaimRecord }) {
  const t = publicWords(lang)
  const [latest] = record.versions
  if (!latest)
    return (
      <section className="verdict" aria-label={t.claim.verdict}>
        <VerdictShape rating={null} />
        <div>
          <p className="word">{t.claim.none}</p>
          <p className="def">{record.isCheckable ? t.claim.noneWhy : t.claim.notCheckable}</p>
        </div>
      </section>
    )
  const isWithdrawn = latest.isWithdrawal || record.verdict?.state === 'withdrawn'
  return (
    <section className="verdict" aria-label={t.claim.verdict}>
      <VerdictShape rating={isWithdrawn ? null : latest.rating} />
      <div>
        <p className="word">
          <span className="vh">
            {t.claim.verdict}
            {t.colon}
          </span>
          {isWithdrawn ? (
            <>
              {t.claim.withdrawnTitle} <del className="former">{ratingWord(lang, latest.rating)}</del>
            </>
          ) : (
            ratingWord(lang, latest.rating)
          )}
        </p>
        {!isWithdrawn && (
          <p className="def">
            {ratingDefinition(lang, latest.rating)}{' '}
            <a href={`${methodologyPath(lang)}#${latest.rating}`}>{t.claim.scale}</a>
          </p>
        )}
      </div>
      <OwnParagraph lang={lang} fr={latest.summaryFr} en={latest.summaryEn} className="sum" />
    </section>
  )
}

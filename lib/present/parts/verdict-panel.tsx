import type { ClaimRecord } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { moment } from '@/lib/i18n/format'
import { publicWords } from '@/lib/i18n/public'
import { methodologyPath } from '../addresses'
import { isWithdrawn, withdrawalOf } from '../withdrawal'
import { Icon, VerdictShape } from './icons'
import { Own, OwnParagraph } from './own-words'
import { ratingDefinition, ratingWord } from './verdict-word'

/** What must be known before the verdict is read: withdrawn, being read again, or read by one person only. */
export function Banners({ lang, record }: { lang: Language; record: ClaimRecord }) {
  const t = publicWords(lang).claim
  const [latest] = record.versions
  if (isWithdrawn(record)) return <Withdrawal lang={lang} record={record} />
  const banners: [string, string][] = []
  if (record.verdict?.state === 'needs_rereview') banners.push([t.rereviewTitle, t.rereview])
  if (latest?.isSelfPublished) banners.push([t.selfTitle, t.self])
  return banners.map(([title, text]) => (
    <p className="banner" key={title}>
      <Icon name="alert" />
      <span>
        <b>{title}.</b> {text}
      </span>
    </p>
  ))
}

/** That it was withdrawn, when and why: whoever came for the verdict reads no further than this. */
function Withdrawal({ lang, record }: { lang: Language; record: ClaimRecord }) {
  const t = publicWords(lang).claim
  const withdrawal = withdrawalOf(record)
  return (
    <p className="banner">
      <Icon name="alert" />
      <span>
        {withdrawal ? (
          <>
            <b>
              <time dateTime={withdrawal.at}>{t.withdrawnOn(moment(lang, withdrawal.at))}</time>.
            </b>{' '}
            {t.withdrawnWhy} <Own lang={lang} fr={withdrawal.whatWasWrongFr} en={withdrawal.whatWasWrongEn} />
          </>
        ) : (
          <>
            <b>{t.withdrawnTitle}.</b> {t.withdrawn}
          </>
        )}{' '}
        {t.withdrawnStays}
      </span>
    </p>
  )
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
  const isGone = isWithdrawn(record)
  return (
    <section className="verdict" aria-label={t.claim.verdict}>
      <VerdictShape rating={isGone ? null : latest.rating} />
      <div>
        <p className="word">
          <span className="vh">
            {t.claim.verdict}
            {t.colon}
          </span>
          {isGone ? (
            <>
              {t.claim.withdrawnTitle} <del className="former">{ratingWord(lang, latest.rating)}</del>
            </>
          ) : (
            ratingWord(lang, latest.rating)
          )}
        </p>
        {!isGone && (
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

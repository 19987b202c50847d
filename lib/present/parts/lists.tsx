import { countOrigins } from '@/lib/domain/chain'
import { isOpenConflict } from '@/lib/domain/conflict'
import type { HomeRecord } from '@/lib/domain/home'
import type { EventBrief } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { words } from '@/lib/i18n/words'
import { claimPath, dispatchPath, eventPath } from '../addresses'
import { VerdictShape } from './icons'
import { Own, OwnParagraph } from './own-words'
import { quotedIn } from './quoted'
import { beforeOrAfter, ratingWord } from './verdict-word'
import { voiceOf } from './voice'
import { Day, When } from './when'

/** Verdicts, latest first: the shape and the word, the claim, the summary, and how many origins it has. */
export const VerdictList = ({
  lang,
  verdicts,
  level = 3,
}: {
  lang: Language
  verdicts: HomeRecord['verdicts']
  level?: 2 | 3
}) => {
  const t = publicWords(lang)
  const w = words(lang)
  const Heading = `h${level}` as const
  return (
    <ol className="vl">
      {verdicts.map(({ claim, occurrence, summaryFr, summaryEn }) => {
        const { verdict } = claim
        const { outlets, origins } = countOrigins(occurrence ? [occurrence.chain] : [])
        const open = occurrence?.conflicts.filter(({ status }) => isOpenConflict(status)).length ?? 0
        const isWithdrawn = verdict?.state === 'withdrawn' || verdict?.isWithdrawal === true
        return (
          <li key={claim.id}>
            <VerdictShape rating={isWithdrawn ? null : (verdict?.rating ?? null)} />
            <div>
              <p className="v">
                {isWithdrawn ? t.claim.withdrawnTitle : verdict ? ratingWord(lang, verdict.rating) : t.claim.none}
                {verdict?.state === 'needs_rereview' && <span className="tag">{w.verdictState.needs_rereview}</span>}
              </p>
              <Heading>
                <a href={claimPath(lang, claim.slug)}>
                  <Own lang={lang} fr={claim.statementFr} en={claim.statementEn} />
                </a>
              </Heading>
              <OwnParagraph lang={lang} fr={summaryFr} en={summaryEn} className="sum" />
              <p className="meta">
                {occurrence && <span>{voiceOf(occurrence.chain)}</span>}
                {occurrence && <span>{t.origins(outlets, origins)}</span>}
                {open > 0 && <span>{t.counts.openConflicts(open)}</span>}
                {verdict && <Day lang={lang} iso={verdict.publishedAt} />}
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** Dispatches by title, in their own language, with what was found in them. */
export const DispatchList = ({ lang, dispatches }: { lang: Language; dispatches: HomeRecord['dispatches'] }) => {
  const t = publicWords(lang)
  return (
    <ul className="links">
      {dispatches.map((dispatch) => (
        <li key={dispatch.id}>
          <a className="serif" href={dispatchPath(lang, dispatch.slug)} {...quotedIn(dispatch.language)}>
            {dispatch.title}
          </a>
          <span className="meta">
            {dispatch.publisher && <span>{dispatch.publisher}</span>}
            <When lang={lang} date={dispatch.published} language={dispatch.language} />
            <span>{t.counts.claims(dispatch.claims)}</span>
            <span>{t.counts.conflicts(dispatch.conflicts)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Events by title, with their date as it is known. */
export const EventList = ({ lang, events }: { lang: Language; events: readonly EventBrief[] }) => (
  <ul className="links">
    {events.map((event) => (
      <li key={event.id}>
        <a href={eventPath(lang, event.slug)}>
          <Own lang={lang} fr={event.titleFr} en={event.titleEn} />
        </a>
        <span className="meta">
          <When lang={lang} date={event.date} />
        </span>
      </li>
    ))}
  </ul>
)

/** Corrections, latest first: how serious, on which claim, before and after. */
export const CorrectionList = ({ lang, corrections }: { lang: Language; corrections: HomeRecord['corrections'] }) => {
  const t = publicWords(lang)
  const w = words(lang)
  return (
    <ul className="corrections">
      {corrections.map(({ claim, severity, whatWasWrongFr, whatWasWrongEn, at, before, after }) => (
        <li key={`${claim.id}-${at}`}>
          <p>
            <b>
              {w.correctionSeverity[severity].charAt(0).toLocaleUpperCase(lang) +
                w.correctionSeverity[severity].slice(1)}
            </b>
            , <Day lang={lang} iso={at} />
          </p>
          <p>
            <a href={`${claimPath(lang, claim.slug)}#corrections`}>
              <Own lang={lang} fr={claim.statementFr} en={claim.statementEn} />
            </a>
          </p>
          <p>
            <Own lang={lang} fr={whatWasWrongFr} en={whatWasWrongEn} /> <span className="vh">{t.claim.was} </span>
            <del>{beforeOrAfter(lang, before)}</del> <span className="vh">{t.claim.now} </span>
            <ins>{beforeOrAfter(lang, after)}</ins>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Nothing yet, and one thing to do about it. */
export const Empty = ({ text, action, href }: { text: string; action: string; href: string }) => (
  <div className="empty">
    <p>{text}</p>
    <p>
      <a className="b" href={href}>
        {action}
      </a>
    </p>
  </div>
)

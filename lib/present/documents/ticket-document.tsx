import type { ReportState, TicketView } from '@/lib/domain/report'
import { reportWordsIn } from '@/lib/i18n/report'
import { claimPath, reportPath, ticketPath } from '../addresses'
import type { DocumentContext } from '../context'
import { Icon, type IconName } from '../parts/icons'
import { Layout } from '../parts/layout'
import { OwnProse } from '../parts/own-words'
import { Day } from '../parts/when'
import { documentOf } from '../render'

/** Handed in: the number, and where to follow it. */
export function sentDocument(ticket: string, ctx: DocumentContext): string {
  const { lang } = ctx
  const t = reportWordsIn(lang)
  return documentOf(
    <Layout ctx={ctx} path={null} title={t.sent} description={t.keep}>
      <h1 className="h1">{t.sent}</h1>
      <p className="lead">{t.keep}</p>
      <p className="ticket mono" id="ticket">
        {ticket}
      </p>
      <p className="sec">
        {t.follow}
        <br />
        <a href={ticketPath(lang, ticket)}>{ctx.baseUrl + ticketPath(lang, ticket)}</a>
      </p>
      <p className="meta">{t.erase}</p>
    </Layout>,
  )
}

const SIGN: Record<ReportState, IconName> = { received: 'clock', looking: 'search', accepted: 'ok', refused: 'neq' }

/** How far a message has come, for whoever has its number. Their words are not shown: somebody may look over a shoulder. */
export function ticketDocument(it: TicketView, ctx: DocumentContext): string {
  const { lang } = ctx
  const t = reportWordsIn(lang)
  return documentOf(
    <Layout ctx={ctx} path={null} title={`${t.ticket} ${it.ticket}`} description={t.ticketLead}>
      <p className="kicker">
        <span>{t.ticket}</span>
        <span>{t.kinds[it.kind].name}</span>
      </p>
      <h1 className="h1 mono">{it.ticket}</h1>
      <p className="lead">{t.ticketLead}</p>
      <p className="sec" id="state">
        <Icon name={SIGN[it.state]} /> <b>{t.state[it.state]}</b>
        <br />
        {t.stateMeans[it.state]}
      </p>
      <p className="meta">
        <span>
          {t.receivedOn} <Day lang={lang} iso={it.receivedAt} />
        </span>
        {it.decidedAt && (
          <span>
            {t.decidedOn} <Day lang={lang} iso={it.decidedAt} />
          </span>
        )}
      </p>
      {it.decidedAt && (
        <section className="sec">
          <h2>{t.outcome}</h2>
          <OwnProse lang={lang} fr={it.outcomeFr} en={it.outcomeEn} />
        </section>
      )}
      {it.claimSlug && (
        <section className="sec">
          <h2>{t.ledTo}</h2>
          <p>
            <a href={`${claimPath(lang, it.claimSlug)}${it.correctedAt ? '#corrections' : ''}`}>
              {it.correctedAt ? t.correction : t.claim}
            </a>
          </p>
        </section>
      )}
      <p className="sec no-print">
        <a href={reportPath(lang)}>{t.another}</a>
      </p>
    </Layout>,
  )
}

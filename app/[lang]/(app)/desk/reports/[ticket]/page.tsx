import type { Metadata } from 'next'
import { type About, aboutText, isSettled } from '@/lib/domain/report'
import { deskReportsWords } from '@/lib/i18n/desk-reports'
import { day } from '@/lib/i18n/format'
import { ticketPath } from '@/lib/present/addresses'
import { Own, OwnProse } from '@/lib/present/parts/own-words'
import { loadDeskReport } from '@/lib/services/load-desk-reports'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Thread } from '../../threads/_parts/thread'
import { Notice } from '../../verdicts/_parts/notice.client'
import { ButtonForm, DecideForm, LinkForm } from '../_parts/report-forms.client'
import { decideReportAction, eraseContactAction, linkReportAction, takeUpReportAction } from '../actions'

type Props = {
  params: Promise<{ lang: string; ticket: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ticket } = await params
  return { title: `${deskReportsWords(await languageOfParams(params)).title} ${ticket}` }
}

/** One message of a reader: their words, what may be done with it, the decision, and what the desk says among itself. */
export default async function DeskReportPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { ticket } = await params
  const found = await orNotFound(loadDeskReport(await deskOfRequest(), ticket))
  const { report, about, mayWork, mayDecide } = found
  const t = deskReportsWords(lang)
  const back = `/${lang}/desk/reports/${report.ticket}`
  const on = (at: Date): string => day(lang, at.toISOString())
  /** The rooms of the desk are called as those of the public pages. */
  const atDesk = (it: About): string => `/${lang}/desk/${aboutText(it)}`
  const form = { lang, back, reportId: report.id, version: report.version }
  return (
    <main id="main" className="pane">
      <p className="kicker">
        <a href={`/${lang}/desk/reports`}>{t.back}</a>
        <span>{t.kinds[report.kind]}</span>
      </p>
      <h1 className="h1">{report.ticket}</h1>
      <p>
        <span className="tag">{t.states[report.state]}</span>{' '}
        <span className="dim">{t.receivedOn(on(report.receivedAt))}</span>{' '}
        <a href={ticketPath(lang, report.ticket)}>{t.publicPage}</a>
      </p>
      <Notice said={(await searchParams).done === 'yes' ? t.done : ''} />
      <section className="sec" aria-labelledby="words">
        <h2 id="words">{t.words}</h2>
        <blockquote className="sent" lang={report.language} dir="auto">
          {report.words}
        </blockquote>
        <dl className="facts">
          {about && (
            <div>
              <dt>{t.about}</dt>
              <dd>
                {about.title ? (
                  <a href={atDesk(about)}>
                    <Own lang={lang} fr={about.title.fr} en={about.title.en} />
                  </a>
                ) : (
                  `${about.slug} (${t.gone})`
                )}
              </dd>
            </div>
          )}
          {report.place && (
            <div>
              <dt>{t.place}</dt>
              <dd dir="auto">{report.place}</dd>
            </div>
          )}
          <div>
            <dt>{t.contact}</dt>
            <dd>
              {report.contactErasedAt
                ? t.erased(on(report.contactErasedAt))
                : (report.contact ?? (found.hasContact ? t.hidden : t.noContact))}
            </dd>
          </div>
        </dl>
        {mayDecide && found.hasContact && (
          <details>
            <summary>{t.erase}</summary>
            <p className="dim small">{t.eraseNote}</p>
            <ButtonForm {...form} key={report.version} action={eraseContactAction} prefix="erase" label={t.erase} />
          </details>
        )}
      </section>
      <section className="sec" aria-labelledby="next">
        <h2 id="next">{t.next}</h2>
        <ul className="links">
          {about?.title && (
            <li>
              <a href={atDesk(about)}>{t.toPage}</a>
            </li>
          )}
          {report.kind === 'claim' && (
            <>
              <li>
                <a href={`/${lang}/desk/similar-claims`}>{t.similar}</a>
              </li>
              <li>
                <a href={`/${lang}/desk/dispatches/new?report=${report.ticket}`}>{t.makeClaim}</a>
              </li>
            </>
          )}
          {report.kind === 'reply' && (
            <li>
              <a href={about?.kind === 'claim' ? `${atDesk(about)}#missing-sides` : `/${lang}/desk/missing-sides`}>
                {t.toLedger}
              </a>
            </li>
          )}
        </ul>
        {mayWork && report.state === 'received' && (
          <>
            <p className="dim small">{t.takeUpNote}</p>
            <ButtonForm {...form} key={report.version} action={takeUpReportAction} prefix="take-up" label={t.takeUp} />
          </>
        )}
      </section>
      <section className="sec" aria-labelledby="decision">
        <h2 id="decision">{t.decision}</h2>
        {report.decidedAt && (
          <>
            <p>
              <b>{t.states[report.state]}</b>.{' '}
              <span className="dim">{t.decidedBy(report.decidedBy?.name ?? '', on(report.decidedAt))}</span>
            </p>
            <OwnProse lang={lang} fr={report.outcomeFr} en={report.outcomeEn} />
          </>
        )}
        {mayDecide && !isSettled(report.state) && (
          <>
            <p className="dim small">{t.decideNote}</p>
            <DecideForm {...form} key={report.version} action={decideReportAction} theirs={report.language} />
          </>
        )}
        {report.state === 'accepted' && (
          <>
            <h3>{t.ledTo}</h3>
            {report.claim && (
              <p>
                <a href={`/${lang}/desk/claims/${report.claim.slug}`}>{report.claim.ref}</a>
              </p>
            )}
            {mayWork && (
              <LinkForm
                {...form}
                key={report.version}
                action={linkReportAction}
                claim={report.claim?.ref ?? null}
                correctionId={report.correctionId}
                corrections={found.corrections.map(({ id, at, ref, before, after }) => ({
                  value: id,
                  label: `${ref}, ${on(at)}, ${before} → ${after}`,
                }))}
              />
            )}
          </>
        )}
      </section>
      <Thread lang={lang} target={{ kind: 'report', id: report.id }} />
    </main>
  )
}

import type { ReactNode } from 'react'
import { countOrigins } from '@/lib/domain/chain'
import { isOpenConflict } from '@/lib/domain/conflict'
import type { ClaimRecord, ConflictRecord } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { reportWordsIn } from '@/lib/i18n/report'
import { claimPath, eventPath, passagePath, provenancePath, reportPath, sharePath } from '../addresses'
import { claimReviewOf } from '../claim-review'
import type { DocumentContext } from '../context'
import { ConflictBlock } from '../parts/conflict-block'
import { Coverage } from '../parts/coverage'
import { EvidenceItem } from '../parts/evidence-item'
import { Corrections, History } from '../parts/history'
import { Layout } from '../parts/layout'
import { Origins } from '../parts/origins'
import { Own, OwnProse, ownText } from '../parts/own-words'
import { RelatedClaims } from '../parts/related-claims'
import { Said } from '../parts/said'
import { Banners, VerdictPanel } from '../parts/verdict-panel'
import { VerdictSide } from '../parts/verdict-side'
import { ratingWord } from '../parts/verdict-word'
import { When } from '../parts/when'
import { documentOf } from '../render'
import { isWithdrawn, withdrawalOf } from '../withdrawal'

/** A section of the page; its title is the only link a reader needs to cite it. */
export const Part = ({
  id,
  title,
  why,
  children,
}: {
  id: string
  title: ReactNode
  why?: string
  children: ReactNode
}) => (
  <section className="sec" id={id}>
    <h2>{title}</h2>
    {why && <p className="dim">{why}</p>}
    {children}
  </section>
)

const openFirst = (a: ConflictRecord, b: ConflictRecord): number =>
  Number(isOpenConflict(b.status)) - Number(isOpenConflict(a.status))

/** Where we are: the event, its date, the dispatch. */
function Breadcrumb({ lang, record }: { lang: Language; record: ClaimRecord }) {
  const t = publicWords(lang)
  const [passage] = record.occurrences
  return (
    <p className="kicker">
      {record.event && (
        <a href={eventPath(lang, record.event.slug)}>
          <Own lang={lang} fr={record.event.titleFr} en={record.event.titleEn} />
        </a>
      )}{' '}
      {record.event && <When lang={lang} date={record.event.date} language={passage?.dispatch.language ?? null} />}{' '}
      {passage ? (
        <a href={passagePath(lang, passage)}>{t.claim.kicker(record.ref)}</a>
      ) : (
        <span>{t.claim.kicker(record.ref)}</span>
      )}
    </p>
  )
}

/** Where a program finds the card of this page, and where its verdict comes from. */
function Machines({ ctx: { lang, baseUrl }, slug, title }: { ctx: DocumentContext; slug: string; title: string }) {
  const asked = new URLSearchParams({ url: baseUrl + claimPath(lang, slug), format: 'json' })
  return (
    <>
      <link rel="alternate" type="application/json+oembed" title={title} href={`${baseUrl}/oembed?${asked}`} />
      <link
        rel="http://www.w3.org/ns/prov#has_provenance"
        type="application/ld+json"
        href={baseUrl + provenancePath(slug)}
      />
    </>
  )
}

/** The page of one claim: its verdict, or that there is none yet, and all it rests on. */
export function verdictDocument(record: ClaimRecord, ctx: DocumentContext): string {
  const { lang } = ctx
  const t = publicWords(lang)
  const [latest] = record.versions
  const claim = ownText(lang, record.statementFr, record.statementEn) || (record.occurrences[0]?.exact ?? record.ref)
  const { outlets, origins } = countOrigins(record.occurrences.map(({ chain }) => chain))
  const isGone = isWithdrawn(record)
  const withdrawal = withdrawalOf(record)
  const word = !latest ? t.claim.none : isGone ? t.claim.withdrawnTitle : ratingWord(lang, latest.rating)
  const summary = withdrawal
    ? ownText(lang, withdrawal.whatWasWrongFr, withdrawal.whatWasWrongEn)
    : latest
      ? ownText(lang, latest.summaryFr, latest.summaryEn)
      : t.claim.noneWhy
  const page = (
    <Layout
      ctx={ctx}
      path={claimPath(lang, record.slug)}
      title={t.claim.describedAs(claim, word)}
      description={`${summary} ${t.origins(outlets, origins)}.`.trim()}
      section="verdicts"
      ogType="article"
      picture={sharePath(lang, record.slug)}
      links={<Machines ctx={ctx} slug={record.slug} title={t.claim.describedAs(claim, word)} />}
    >
      <div className="cols">
        <article>
          <Breadcrumb lang={lang} record={record} />
          <h1 className="claim">{claim}</h1>
          <Banners lang={lang} record={record} />
          <VerdictPanel lang={lang} record={record} />
          <Part id="said" title={t.claim.said}>
            {record.occurrences.map((passage, i) => (
              <div className="passage" key={passage.id}>
                {record.occurrences.length > 1 && <h3>{t.claim.passage(i + 1, record.occurrences.length)}</h3>}
                <Said lang={lang} passage={passage} />
              </div>
            ))}
          </Part>
          <Part id="origins" title={t.origins(outlets, origins)}>
            <Origins lang={lang} chains={record.occurrences.map(({ chain }) => chain)} />
          </Part>
          <Part id="covers" title={t.claim.covers} why={t.claim.coversWhy}>
            <Coverage lang={lang} record={record} />
          </Part>
          <Part id="conflicts" title={t.claim.disagree} why={record.conflicts.length > 0 ? t.claim.disagreeWhy : ''}>
            {record.conflicts.length === 0 && <p className="dim">{t.claim.disagreeNone}</p>}
            {[...record.conflicts].sort(openFirst).map((conflict) => (
              <ConflictBlock key={conflict.id} lang={lang} conflict={conflict} />
            ))}
          </Part>
          <Part id="evidence" title={t.claim.evidence}>
            {record.evidence.map((evidence) => (
              <EvidenceItem key={evidence.id} lang={lang} evidence={evidence} />
            ))}
            {record.evidence.length === 0 && (
              <p>
                {t.claim.noEvidence}{' '}
                {(latest?.noEvidenceReasonFr || latest?.noEvidenceReasonEn) && (
                  <>
                    <b>{t.claim.noEvidenceReason}</b>{' '}
                    <Own lang={lang} fr={latest.noEvidenceReasonFr} en={latest.noEvidenceReasonEn} />
                  </>
                )}
              </p>
            )}
          </Part>
          {latest && (latest.rationaleFr || latest.rationaleEn) && (
            <Part id="why" title={t.claim.why}>
              <OwnProse lang={lang} fr={latest.rationaleFr} en={latest.rationaleEn} />
            </Part>
          )}
          {latest && (latest.wouldChangeFr || latest.wouldChangeEn) && (
            <Part id="change" title={t.claim.change}>
              <OwnProse lang={lang} fr={latest.wouldChangeFr} en={latest.wouldChangeEn} />
            </Part>
          )}
          {record.relations.length > 0 && (
            <Part id="related" title={t.claim.related}>
              <RelatedClaims lang={lang} record={record} />
            </Part>
          )}
          {latest && (
            <Part id="history" title={t.claim.history}>
              <History lang={lang} record={record} />
            </Part>
          )}
          {latest && (
            <Part id="corrections" title={t.claim.corrections}>
              <Corrections lang={lang} record={record} />
            </Part>
          )}
          <Part id="report" title={t.claim.report}>
            <p>
              {t.claim.reportHow}{' '}
              <a href={reportPath(lang, `claims/${record.slug}`)}>{reportWordsIn(lang).reportHere}</a>
            </p>
          </Part>
        </article>
        <VerdictSide ctx={ctx} record={record} claim={claim} word={word} />
      </div>
    </Layout>
  )
  return documentOf(page, claimReviewOf(record, ctx) ?? undefined)
}

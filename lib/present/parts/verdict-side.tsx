import { countOrigins } from '@/lib/domain/chain'
import { isOpenConflict } from '@/lib/domain/conflict'
import type { ClaimRecord } from '@/lib/domain/record'
import { day, number } from '@/lib/i18n/format'
import { publicWords } from '@/lib/i18n/public'
import { sheetWords } from '@/lib/i18n/sheets'
import { claimPath, embedPath, provenancePath } from '../addresses'
import type { DocumentContext } from '../context'
import { MethodVersionLink } from './method-version'
import { Day } from './when'

const Fact = ({ ctx, n, text, href }: { ctx: DocumentContext; n: number; text: string; href: string }) => (
  <p className="fact">
    <b>{number(ctx.lang, n)}</b>
    <span>
      {/* The number stands large beside its word, so it is not said twice. */}
      <a href={href}>{text.replace(/^\S+\s/, '')}</a>
    </span>
  </p>
)

/** The side column: the figures, how it was read, how to cite it and the data. */
export function VerdictSide({
  ctx,
  record,
  claim,
  word,
}: {
  ctx: DocumentContext
  record: ClaimRecord
  claim: string
  word: string
}) {
  const { lang, baseUrl } = ctx
  const t = publicWords(lang)
  const [latest] = record.versions
  const { outlets, origins } = countOrigins(record.occurrences.map(({ chain }) => chain))
  const open = record.conflicts.filter(({ status }) => isOpenConflict(status)).length
  const settled = record.conflicts.filter(({ status }) => status === 'resolved' || status === 'dismissed').length
  const corrections = record.versions.filter(({ correction }) => correction !== null).length
  return (
    <aside className="side-col" aria-label={t.claim.brief}>
      <section className="first">
        <h2>{t.claim.brief}</h2>
        <Fact
          ctx={ctx}
          n={origins}
          text={`${t.counts.origins(origins)} ${t.claim.fromOutlets(outlets)}`}
          href="#origins"
        />
        <Fact
          ctx={ctx}
          n={open}
          text={t.counts.openConflicts(open) + (settled > 0 ? `, ${t.counts.settled(settled)}` : '')}
          href="#conflicts"
        />
        <Fact ctx={ctx} n={record.evidence.length} text={t.counts.evidence(record.evidence.length)} href="#evidence" />
        {latest && <Fact ctx={ctx} n={corrections} text={t.counts.corrections(corrections)} href="#corrections" />}
      </section>
      {latest && (
        <section>
          <h2>{t.claim.review}</h2>
          <p>{latest.isSelfPublished ? t.claim.self : t.claim.reread}</p>
          {latest.isBlind && <p>{t.claim.blind}</p>}
          <p>
            <MethodVersionLink lang={lang} version={latest.methodologyVersion} />.
          </p>
          <p className="dim">
            {t.claim.checked}
            {t.colon}
            <Day lang={lang} iso={latest.publishedAt} />
          </p>
        </section>
      )}
      {latest && (
        <section>
          <h2>{t.claim.cite}</h2>
          <p className="cite">
            {t.claim.citation(
              claim,
              word,
              t.claim.version(latest.n).toLocaleLowerCase(lang),
              day(lang, latest.publishedAt),
              baseUrl + claimPath(lang, record.slug),
            )}
          </p>
        </section>
      )}
      <section className="no-print">
        <h2>{t.claim.take}</h2>
        <ul>
          <li>
            <a href="/export/claims.csv">{t.claim.csv}</a>
          </li>
          <li>
            <a href={`/export/claims.csv?profile=excel&lang=${lang}`}>{t.claim.excel}</a>
          </li>
          <li>
            <a href={`/export/claims.xlsx?lang=${lang}`}>{sheetWords(lang).xlsx}</a>
          </li>
          <li>
            <a href="/export/claimreview.json">{t.claim.claimReview}</a>
          </li>
          <li>
            <a href={provenancePath(record.slug)}>PROV-O</a>
          </li>
          <li>
            <a href={embedPath(lang, record.slug)}>{t.claim.embed}</a>
          </li>
          <li>
            <a href={`/feeds/${lang}/corrections.atom`}>{t.claim.feed}</a>
          </li>
        </ul>
      </section>
    </aside>
  )
}

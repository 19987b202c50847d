import type { SourceRecord } from '@/lib/domain/source-record'
import { publicWords } from '@/lib/i18n/public'
import { words } from '@/lib/i18n/words'
import { claimPath, passagePath, searchFor, sourcePath } from '../addresses'
import type { DocumentContext } from '../context'
import { InlineChain } from '../parts/chain'
import { hostOf, safeAddress } from '../parts/evidence-item'
import { Icon } from '../parts/icons'
import { Layout } from '../parts/layout'
import { OnlyFirst } from '../parts/only-first'
import { Own } from '../parts/own-words'
import { Quoted, quotedIn } from '../parts/quoted'
import { ReportLink } from '../parts/report-link'
import { VerdictWord } from '../parts/verdict-word'
import { kindOf } from '../parts/voice'
import { Day } from '../parts/when'
import { documentOf } from '../render'

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** One source: what it says or carries, and how far it was found reliable. A protected one keeps its secret. */
export function sourceDocument(record: SourceRecord, ctx: DocumentContext): string {
  const { lang } = ctx
  const t = publicWords(lang)
  const kind = words(lang).sourceKind[record.kind]
  const url = safeAddress(record.url)
  return documentOf(
    <Layout
      ctx={ctx}
      path={sourcePath(lang, record.slug)}
      title={record.name}
      description={`${capital(kind)}, ${t.counts.passages(record.total)}.`}
      hasPast
    >
      <p className="kicker">
        <span>{t.source.kicker}</span>
        <span>{kind}</span>
        {record.affiliation && !record.isProtected && <span>{record.affiliation}</span>}
      </p>
      <h1 className="h1">{record.name}</h1>
      {record.isProtected && (
        <p className="banner">
          <Icon name="alert" />
          <span>{t.source.protected}</span>
        </p>
      )}
      {!record.isNamed && !record.isProtected && <p className="dim">{t.source.unnamed}</p>}
      {record.roleWords && (
        <p className="lead">
          <Quoted lang={lang} language={record.language}>
            {record.roleWords}
          </Quoted>
        </p>
      )}
      {url && !record.isProtected && (
        <p>
          <a href={url} rel="external noopener">
            {hostOf(url)}
          </a>
        </p>
      )}
      <section className="sec">
        <h2>{t.source.said}</h2>
        <OnlyFirst
          lang={lang}
          n={record.occurrences.length}
          total={record.total}
          href={record.isProtected ? null : searchFor(lang, `source:${record.slug}`)}
        />
        {record.occurrences.length === 0 && <p className="dim">{t.source.nothing}</p>}
        <ul className="passages">
          {record.occurrences.map((occurrence) => {
            const { claim, dispatch } = occurrence
            const mine = occurrence.chain.filter(({ sourceSlug }) => sourceSlug === record.slug)
            return (
              <li key={occurrence.id}>
                <blockquote {...quotedIn(dispatch.language)}>{occurrence.exact}</blockquote>
                <p className="by">
                  {claim.verdict && (
                    <VerdictWord lang={lang} rating={claim.verdict.rating} href={claimPath(lang, claim.slug)} />
                  )}{' '}
                  <a href={claimPath(lang, claim.slug)}>
                    <Own lang={lang} fr={claim.statementFr} en={claim.statementEn} />
                  </a>{' '}
                  <a className="ref" href={passagePath(lang, occurrence)}>
                    {claim.ref}
                  </a>
                </p>
                <p className="by">
                  {kindOf(lang, occurrence)}
                  {mine.length > 0 && ` ${t.source.as} ${mine.map(({ role }) => words(lang).hopRole[role]).join(', ')}`}
                  {t.colon}
                  <InlineChain lang={lang} chain={occurrence.chain} />
                </p>
              </li>
            )
          })}
        </ul>
      </section>
      {record.assessments.length > 0 && (
        <section className="sec">
          <h2>{t.source.assessments}</h2>
          <p className="dim">{t.source.assessmentNote}</p>
          <ul className="hist">
            {record.assessments.map(({ reliability, rationale, at }) => (
              <li key={at}>
                <Day lang={lang} iso={at} className="num" />
                <div>
                  <b>{reliability === null ? capital(t.source.unset) : t.source.reliability(reliability)}.</b>{' '}
                  {rationale}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!record.isProtected && <ReportLink lang={lang} about={{ kind: 'source', slug: record.slug }} />}
    </Layout>,
  )
}

import type { Metadata } from 'next'
import { cache } from 'react'
import { HistoryLink } from '@/app/_ui/history-link'
import { deskIdentityWords } from '@/lib/i18n/desk-identity'
import { deskSourcesWords } from '@/lib/i18n/desk-sources'
import { deskUndoWords } from '@/lib/i18n/desk-undo'
import { languageName } from '@/lib/i18n/format'
import { words } from '@/lib/i18n/words'
import { sourcePath } from '@/lib/present/addresses'
import { deskPassagePath } from '@/lib/present/desk-places'
import { InlineChain } from '@/lib/present/parts/chain'
import { OnlyFirst } from '@/lib/present/parts/only-first'
import { quotedIn } from '@/lib/present/parts/quoted'
import { Scrolling } from '@/lib/present/parts/scrolling'
import { Moment } from '@/lib/present/parts/when'
import { loadDeskSource } from '@/lib/services/load-desk-source'
import { asKnown } from '@/lib/web/as-known'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Notice } from '../../verdicts/_parts/notice.client'
import { addAssessmentAction } from './actions'
import { AssessForm } from './assess-form.client'
import { SensitivitySection } from './sensitivity-section'

type Props = {
  params: Promise<{ lang: string; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}
const load = cache(async (slug: string) => orNotFound(asKnown((desk) => loadDeskSource(desk, slug))))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireSession(await languageOfParams(params))
  const { source } = await load((await params).slug)
  return { title: source.name }
}

/** One source at work: who it is, where it speaks, how it is judged, and which verdicts fall with it. */
export default async function SourcePage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  const { slug } = await params
  await requireSession(lang)
  const { source, assessments, sensitivity, may } = await load(slug)
  const { done } = await searchParams
  const t = deskSourcesWords(lang)
  const w = words(lang)
  // What could name a protected source is already left out of the record; the text's own words about it too.
  const facts = [
    [t.affiliation, source.affiliation, lang],
    [t.roleWords, source.roleWords, source.occurrences[0]?.dispatch.language ?? null],
    [t.language, source.language && languageName(lang, source.language), lang],
  ] as const
  return (
    <main id="main" className="pane">
      <p className="kicker">
        <a href={`/${lang}/desk/sources`}>{t.kicker}</a>
        <span>{w.sourceKind[source.kind]}</span>
      </p>
      <h1 className="h1">
        <bdi>{source.name}</bdi>
      </h1>
      <Notice said={done === 'assessed' ? t.assess.done : ''} />
      {source.isProtected && (
        <p>
          <span className="tag on">{t.isProtected}</span> {t.protectedLead}
        </p>
      )}
      {may.reveal && (
        <p>
          <a href={`/${lang}/desk/sources/${slug}/identity`}>{deskIdentityWords(lang).title}</a>
        </p>
      )}
      <p className="facts-line">
        {!source.isNamed && !source.isProtected && <span className="tag">{t.notNamed}</span>}
        <span className="dim">{t.passages(source.total)}</span>
        {source.isPublic && !source.isProtected ? (
          <a href={sourcePath(lang, slug)}>{t.publicPage}</a>
        ) : (
          <span className="dim">{t.notPublic}</span>
        )}
        <HistoryLink lang={lang} entity="sources" id={source.id} />
      </p>
      <dl className="facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value, language]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd {...quotedIn(language)}>{value}</dd>
            </div>
          ))}
        {source.url && (
          <div>
            <dt>{t.address}</dt>
            <dd>
              <a href={source.url} rel="noreferrer">
                {source.url}
              </a>
            </dd>
          </div>
        )}
      </dl>
      <SensitivitySection lang={lang} sensitivity={sensitivity} />
      <section className="sec" aria-labelledby="assess">
        <h2 id="assess">{t.assess.title}</h2>
        <p className="dim">{t.assess.lead}</p>
        {assessments.length === 0 ? (
          <p className="dim">{t.assess.none}</p>
        ) : (
          <Scrolling name={t.assess.title}>
            <table>
              <thead>
                <tr>
                  {[t.assess.reliability, t.assess.credibility, t.assess.rationale, t.assess.by, t.assess.when].map(
                    (name) => (
                      <th key={name} scope="col">
                        {name}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {assessments.map(({ id, reliability, credibility, rationale, by, at }) => (
                  <tr key={id}>
                    <td>{reliability ? `${reliability}, ${t.assess.reliabilityIs[reliability]}` : t.assess.unset}</td>
                    <td>{credibility ? `${credibility}, ${t.assess.credibilityIs[credibility]}` : t.assess.unset}</td>
                    <td>{rationale}</td>
                    <td>
                      <bdi>{by}</bdi>
                    </td>
                    <td>
                      <Moment lang={lang} iso={at} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolling>
        )}
        {may.assess && (
          <details>
            <summary>{t.assess.add}</summary>
            <p className="dim small">{deskUndoWords(lang).none.assessment}</p>
            <AssessForm
              key={assessments.length}
              lang={lang}
              action={addAssessmentAction}
              back={`/${lang}/desk/sources/${slug}`}
              sourceId={source.id}
            />
          </details>
        )}
      </section>
      <section className="sec" aria-labelledby="chains">
        <h2 id="chains">{t.chains}</h2>
        <OnlyFirst
          lang={lang}
          n={source.occurrences.length}
          total={source.total}
          href={`/${lang}/desk/claims?source=${slug}`}
        />
        {source.occurrences.length === 0 ? (
          <p className="dim">
            {t.chainsNone} <a href={`/${lang}/desk/dispatches`}>{t.toDispatches}</a>
          </p>
        ) : (
          <ul className="stack">
            {source.occurrences.map((it) => (
              <li key={it.id}>
                <a href={deskPassagePath(lang, it)}>{it.claim.ref}</a>{' '}
                <span className="serif" {...quotedIn(it.dispatch.language)}>
                  {it.exact}
                </span>
                <br />
                <span className="small dim">
                  {w.hopRole[it.chain.find(({ sourceSlug }) => sourceSlug === slug)?.role ?? 'unattributed']}
                  {' · '}
                  <InlineChain lang={lang} chain={it.chain} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </main>
  )
}

import { isOpenConflict } from '@/lib/domain/conflict'
import { PROPERTIES } from '@/lib/domain/property'
import type { ConflictRecord, PositionView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { words } from '@/lib/i18n/words'
import { claimPath, conflictPath, eventPath, passagePath } from '../addresses'
import type { DocumentContext } from '../context'
import { PositionBadge } from '../parts/cell'
import { InlineChain } from '../parts/chain'
import { Decision } from '../parts/conflict-block'
import { ConflictSides, ConflictTag } from '../parts/conflict-sides'
import { EvidenceItem } from '../parts/evidence-item'
import { Icon } from '../parts/icons'
import { Layout } from '../parts/layout'
import { Own, OwnProse, ownText } from '../parts/own-words'
import { Marked, quotedIn } from '../parts/quoted'
import { ReportLink } from '../parts/report-link'
import { VerdictWord } from '../parts/verdict-word'
import { kindOf } from '../parts/voice'
import { documentOf } from '../render'

/** Every passage that holds one position, with the chain it came through. */
function Holders({ lang, position }: { lang: Language; position: PositionView }) {
  const t = publicWords(lang)
  return (
    <section className="holders">
      <h3>
        {position.isGeneral ? <Icon name="general" /> : <PositionBadge ordinal={position.ordinal} />}{' '}
        <span {...quotedIn(position.statements[0]?.occurrence.dispatch.language ?? null)}>{position.value}</span>
        {position.isGeneral && <span className="dim">, {t.conflict.generalShort}</span>}
      </h3>
      <ul>
        {position.statements.map(({ id, words: exact, occurrence }) => (
          <li key={id}>
            <blockquote {...quotedIn(occurrence.dispatch.language)}>
              <Marked text={occurrence.exact} words={exact === null ? [] : [exact]} />
            </blockquote>
            <p className="by">
              <a className="ref" href={passagePath(lang, occurrence)}>
                {occurrence.claim.ref}
              </a>{' '}
              <InlineChain lang={lang} chain={occurrence.chain} />
              <span className="dim">, {kindOf(lang, occurrence)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One conflict: its sides, what disagrees, how it was settled, and which verdicts hang on it. */
export function conflictDocument(record: ConflictRecord, ctx: DocumentContext): string {
  const { lang } = ctx
  const t = publicWords(lang)
  const w = words(lang)
  const title = ownText(lang, record.titleFr, record.titleEn)
  const [latest, ...earlier] = record.resolutions
  const isOpen = isOpenConflict(record.status)
  const state = t.conflict.state(record.class, record.status)
  return documentOf(
    <Layout
      ctx={ctx}
      path={conflictPath(lang, record.slug)}
      title={title}
      description={`${state}. ${ownText(lang, record.explanationFr, record.explanationEn)}`.trim()}
      section="conflicts"
      ogType="article"
      hasPast
    >
      <p className="kicker">
        <span>{t.conflict.kicker(record.ref)}</span>
        <a href={eventPath(lang, record.event.slug)}>
          <Own lang={lang} fr={record.event.titleFr} en={record.event.titleEn} />
        </a>
        <span>{PROPERTIES[record.property][lang]}</span>
      </p>
      <h1 className="h1">{title}</h1>
      <p className="conf-state">
        <ConflictTag lang={lang} conflict={record} />
        <span className="dim small">
          {w.conflictType[record.type]}, {w.severity[record.severity]}
        </span>
      </p>
      <ConflictSides lang={lang} conflict={record} />
      <section className="sec">
        <h2>{t.conflict.why}</h2>
        <OwnProse lang={lang} fr={record.explanationFr} en={record.explanationEn} />
      </section>
      <section className="sec" id="decision">
        <h2>{t.conflict.settled}</h2>
        {isOpen && <p className="dim">{t.conflict.open}</p>}
        {latest && !isOpen && <Decision lang={lang} resolution={latest} />}
        {(isOpen ? record.resolutions : earlier).length > 0 && (
          <details>
            <summary>{t.conflict.settledBefore}</summary>
            {(isOpen ? record.resolutions : earlier).map((resolution) => (
              <Decision key={resolution.n} lang={lang} resolution={resolution} />
            ))}
          </details>
        )}
      </section>
      {record.evidence.length > 0 && (
        <section className="sec" id="evidence">
          <h2>{t.conflict.evidence}</h2>
          {record.evidence.map((evidence) => (
            <EvidenceItem key={evidence.id} lang={lang} evidence={evidence} />
          ))}
        </section>
      )}
      <section className="sec" id="passages">
        <h2>{t.conflict.passages}</h2>
        <div className="columns">
          {record.positions.map((position) => (
            <Holders key={position.id} lang={lang} position={position} />
          ))}
        </div>
      </section>
      {record.dependentVerdicts.length > 0 && (
        <section className="sec" id="verdicts">
          <h2>{t.conflict.verdicts}</h2>
          <p className="dim">{t.conflict.verdictsWhy}</p>
          <ul className="links">
            {record.dependentVerdicts.map(({ claimRef, claimSlug, rating, state: verdictState }) => (
              <li key={claimRef}>
                <VerdictWord lang={lang} rating={rating} href={claimPath(lang, claimSlug)} />{' '}
                <span className="dim small">
                  {t.claim.kicker(claimRef)}
                  {verdictState === 'needs_rereview' && `, ${w.verdictState.needs_rereview}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ReportLink lang={lang} about={{ kind: 'conflict', slug: record.slug }} />
    </Layout>,
  )
}

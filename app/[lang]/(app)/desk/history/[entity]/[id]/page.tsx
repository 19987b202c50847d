import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { REVISED_KINDS, type RevisedKind } from '@/lib/domain/revision'
import { deskMemoryWords } from '@/lib/i18n/desk-memory'
import { Own } from '@/lib/present/parts/own-words'
import { Moment } from '@/lib/present/parts/when'
import { loadHistory } from '@/lib/services/load-history'
import { asKnown } from '@/lib/web/as-known'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { restoreRevisionAction } from '../../actions'
import { StepChanges } from '../../step-changes'
import { RestoreForm } from './restore-form.client'

type Props = {
  params: Promise<{ lang: string; entity: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
async function asked(params: Props['params']): Promise<{ entity: RevisedKind; id: string }> {
  const { entity, id } = await params
  const kind = REVISED_KINDS.find((it) => it === entity)
  if (!kind || !UUID.test(id)) notFound()
  return { entity: kind, id }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { entity } = await asked(params)
  const t = deskMemoryWords(lang).history
  return { title: t.title(t.of[entity]) }
}

/** Every version of a thing: who, when, why, word by word, and the way to put a former state back. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const which = await asked(params)
  const { target, steps, names, parts, version, isProtected, mayRestore } = await orNotFound(
    asKnown((desk) => loadHistory(desk, which)),
  )
  const { done } = await searchParams
  const t = deskMemoryWords(lang).history
  const page = `/${lang}/desk/${target.path}`
  return (
    <main id="main" className="pane">
      <p className="kicker">
        <a href={page}>{target.ref}</a>
        <span>{t.link}</span>
      </p>
      <h1 className="h1">{t.title(`${t.of[which.entity]} ${target.ref}`)}</h1>
      <p className="lead">
        <Own lang={lang} fr={target.titleFr} en={target.titleEn} />
      </p>
      <p role="status">{done === 'restored' && t.restored}</p>
      <p>
        <a href={page}>{t.see}</a>
      </p>
      <p className="dim small">{isProtected ? t.protected : t.never}</p>
      <ol className="history" reversed>
        {steps.map((step, i) => (
          <li key={step.n} id={`version-${step.n}`}>
            <h2>
              {t.version(step.n)} {i === 0 && <span className="tag">{t.current}</span>}
            </h2>
            <p className="dim small">
              <bdi>{names[step.by] ?? step.by}</bdi>, <Moment lang={lang} iso={step.at} />
              {step.reason && <> · {step.reason}</>}
            </p>
            <StepChanges lang={lang} entity={which.entity} step={step} names={names} isFirst={i === steps.length - 1} />
            <p className="acts">
              {i < steps.length - 1 && (
                <a href={`${page}?at=${encodeURIComponent(step.justBefore)}`}>
                  {t.beforeThis}
                  <span className="vh"> ({t.version(step.n)})</span>
                </a>
              )}
            </p>
            {mayRestore && i > 0 && (
              <details>
                <summary>
                  {t.restore}
                  <span className="vh"> ({t.version(step.n)})</span>
                </summary>
                <RestoreForm lang={lang} {...which} version={version} n={step.n} action={restoreRevisionAction} />
              </details>
            )}
          </li>
        ))}
      </ol>
      {parts.length > 0 && (
        <section className="sec" aria-labelledby="parts">
          <h2 id="parts">{t.parts}</h2>
          <ul className="stack">
            {parts.map(({ entity, id, words }) => (
              <li key={id}>
                <a href={`/${lang}/desk/history/${entity}/${id}`}>{t.of[entity]}</a> <bdi className="w">{words}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}

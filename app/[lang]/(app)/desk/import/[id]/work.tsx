import { isOver, type JobView } from '@/lib/domain/job'
import type { TableImport, TableState, TableStep } from '@/lib/domain/table-import'
import type { Language } from '@/lib/domain/vocabulary'
import { deskImportWords } from '@/lib/i18n/desk-import'
import { ActForm } from '../import-forms.client'

/** What a worker does with an import, by where it stands. */
const STEP: Partial<Record<TableState, TableStep>> = { received: 'compare', compared: 'write', written: 'undo' }

type Props = { lang: Language; table: TableImport; job: JobView; isOwn: boolean }

/** How far the work under way is, with a way to stop it; or how it ended, when that was not well. */
export function Work({ lang, table, job, isOwn }: Props) {
  const t = deskImportWords(lang)
  if (job.state === 'failed')
    return (
      <p role="alert" className="side c-no">
        {t.failed(job.error ?? '')}
      </p>
    )
  if (job.state === 'cancelled' && table.state !== 'cancelled') return <p role="status">{t.stopped}</p>
  if (isOver(job.state)) return null
  const step = STEP[table.state] ?? 'compare'
  const isRunning = job.state === 'running'
  // All rows are read: what is left is one question to the archive, which does not say how far it is.
  const isAsking = isRunning && step === 'compare' && job.total !== null && job.progress >= job.total
  return (
    <section className="sec" aria-labelledby="work">
      <h2 id="work">{t.doing[step]}</h2>
      <p>
        <progress
          aria-labelledby="work"
          max={isAsking ? undefined : job.total || undefined}
          value={isRunning && !isAsking && job.total ? Math.min(job.progress, job.total) : undefined}
        />{' '}
        <span role="status">
          {isAsking ? t.asking(job.progress) : isRunning ? t.progress(job.progress, job.total) : t.waiting}
        </span>
        {isRunning && <TimeLeft lang={lang} job={job} />}
      </p>
      {isOwn && step !== 'undo' && <ActForm lang={lang} importId={table.id} act="stop" />}
    </section>
  )
}

/** By how long the part that is done took. */
function TimeLeft({ lang, job: { progress, total, secondsRun } }: { lang: Language; job: JobView }) {
  if (!total || progress <= 0 || progress >= total) return null
  const left = Math.round(secondsRun * (total / progress - 1))
  return left > 0 ? <>, {deskImportWords(lang).left(left)}</> : null
}

import type { Metadata } from 'next'
import { LookAgain } from '@/app/_ui/look-again.client'
import { isOver, type JobView, PLAIN_JOB_KINDS } from '@/lib/domain/job'
import type { Language } from '@/lib/domain/vocabulary'
import { deskJobsWords } from '@/lib/i18n/desk-jobs'
import { moment } from '@/lib/i18n/format'
import { loadJobs } from '@/lib/services/load-jobs'
import { deskOfRequest } from '@/lib/web/desk'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { CancelForm, QueueForm } from './job-forms.client'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<{ done?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskJobsWords(await languageOfParams(params)).title }
}

/** Long work: what waits, what runs and how far it is, what ended and how. */
export default async function JobsPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { jobs, mayManage } = await loadJobs(await deskOfRequest())
  const t = deskJobsWords(lang)
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <p className="dim">{t.lead}</p>
      {(await searchParams).done === 'queued' && <p role="status">{t.queued}</p>}
      {mayManage && (
        <ul className="rows">
          {PLAIN_JOB_KINDS.map((kind) => (
            <li key={kind}>
              <QueueForm lang={lang} kind={kind} />
            </li>
          ))}
        </ul>
      )}
      {jobs.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul className="plain">
          {jobs.map((job) => (
            <li key={job.id} className="card">
              <Job lang={lang} job={job} />
              {mayManage && !isOver(job.state) && <CancelForm lang={lang} jobId={job.id} kind={job.kind} />}
            </li>
          ))}
        </ul>
      )}
      {jobs.some(({ state }) => !isOver(state)) && <LookAgain />}
    </main>
  )
}

function Job({ lang, job }: { lang: Language; job: JobView }) {
  const t = deskJobsWords(lang)
  const { id, kind, state, progress, total, tries, error, createdBy, createdAt, finishedAt } = job
  return (
    <>
      <h2 className="h3" id={id}>
        {t.kinds[kind] ?? kind} <span className="tag">{t.states[state]}</span>
      </h2>
      {state === 'running' && (
        <p>
          <progress aria-labelledby={id} max={total ?? undefined} value={total === null ? undefined : progress} />{' '}
          {t.progress(progress, total)}
        </p>
      )}
      {error !== null && <p>{t.error(error)}</p>}
      <p className="small dim">
        {t.by(createdBy)}, {moment(lang, finishedAt ?? createdAt)}
        {tries > 1 && <>, {t.tries(tries)}</>}
      </p>
    </>
  )
}

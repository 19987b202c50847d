'use client'
import { ActionForm } from '@/app/_ui/action-form.client'
import type { JobKind } from '@/lib/domain/job'
import type { Language } from '@/lib/domain/vocabulary'
import { deskJobsWords } from '@/lib/i18n/desk-jobs'
import { cancelJobAction, queueJobAction } from './actions'

/** Queues work of one kind. */
export function QueueForm({ lang, kind }: { lang: Language; kind: JobKind }) {
  const t = deskJobsWords(lang)
  return (
    <ActionForm lang={lang} action={queueJobAction} ids={{}} submit={t.queue} submitName={t.queueOf(t.kinds[kind])}>
      {() => (
        <>
          <input type="hidden" name="lang" value={lang} />
          <input type="hidden" name="kind" value={kind} />
          <span>{t.kinds[kind]}</span>
        </>
      )}
    </ActionForm>
  )
}

/** Stops a job that waits or runs. */
export function CancelForm({ lang, jobId, kind }: { lang: Language; jobId: string; kind: JobKind }) {
  const t = deskJobsWords(lang)
  return (
    <ActionForm
      lang={lang}
      action={cancelJobAction}
      ids={{}}
      submit={t.cancel}
      submitClass="b"
      submitName={t.cancelOf(t.kinds[kind])}
    >
      {() => (
        <>
          <input type="hidden" name="lang" value={lang} />
          <input type="hidden" name="jobId" value={jobId} />
        </>
      )}
    </ActionForm>
  )
}

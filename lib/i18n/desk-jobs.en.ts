import { FELL_SILENT, type JobKind, type JobState } from '@/lib/domain/job'
import { count, number } from './format'

const kinds: Record<JobKind, string> = {
  index_claims: 'Count the words of every claim anew',
  pair_claims: 'Compare every claim with every other anew',
  import_table: 'Import a table of claims',
}
const states: Record<JobState, string> = {
  waiting: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
}

export const deskJobsEn = {
  title: 'Long work',
  lead: 'What takes longer than a page. It goes on when you leave, and begins again by itself when the server was stopped in the middle.',
  none: 'Nothing is waiting and nothing has run yet.',
  kinds,
  states,
  queue: 'Begin',
  queueOf: (kind: string) => `Begin: ${kind}`,
  cancel: 'Cancel',
  cancelOf: (kind: string) => `Cancel: ${kind}`,
  queued: 'In the queue.',
  progress: (done: number, total: number | null) =>
    total === null ? number('en', done) : `${number('en', done)} of ${number('en', total)}`,
  tries: (n: number) => count('en', n, { one: 'try', other: 'tries' }),
  by: (name: string) => `asked for by ${name}`,
  error: (reason: string) =>
    reason === FELL_SILENT
      ? 'Whoever did this work was never heard of again, several times over. Look at the log of the server.'
      : `It stopped with: ${reason}`,
}

/** Long work that runs beside the requests. */
export const JOB_KINDS = ['index_claims', 'pair_claims', 'import_table'] as const
/** Work that needs nothing said but that it be done: it can be begun by hand, and queued again. */
export const PLAIN_JOB_KINDS = ['index_claims', 'pair_claims'] as const satisfies readonly JobKind[]
export const isPlainJob = (kind: JobKind): kind is (typeof PLAIN_JOB_KINDS)[number] =>
  PLAIN_JOB_KINDS.includes(kind as (typeof PLAIN_JOB_KINDS)[number])
export type JobKind = (typeof JOB_KINDS)[number]
export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof JOB_STATES)[number]

/** A job as the desk shows it. */
export type JobView = {
  id: string
  kind: JobKind
  state: JobState
  progress: number
  total: number | null
  tries: number
  error: string | null
  createdBy: string
  createdAt: string
  finishedAt: string | null
  /** Since it was begun the last time; what it did before was done in vain. */
  secondsRun: number
}
/** A job in the hands of a worker. */
export type HeldJob = { id: string; kind: string; payload: unknown; tries: number; createdById: string }

/** How long a worker may be silent before its work is taken up by another. It speaks three times as often. */
export const LEASE_SECONDS = 30
/** How often one job is begun before it is given up. */
export const MAX_TRIES = 5
/** Why a job ended whose worker was never heard of again. */
export const FELL_SILENT = 'fell_silent'

/** Seconds to wait before the next try: 5, 20, 80, 320. A passing trouble passes; a lasting one does not fill the log. */
export const pauseAfter = (tries: number): number => 5 * 4 ** Math.max(0, tries - 1)

/** What to do with a job that threw: try again later, or give it up. */
export const afterFailure = (tries: number): { again: true; inSeconds: number } | { again: false } =>
  tries >= MAX_TRIES ? { again: false } : { again: true, inSeconds: pauseAfter(tries) }

/** Whoever works on a job reports with this, and stops when the job was taken away: cancelled, or held by another by now. */
export class JobTakenAway extends Error {
  override readonly name = 'JobTakenAway'
}
/** Says how far a job has come. It throws `JobTakenAway` when the work is wanted no more. */
export type Report = (progress: number, total: number | null) => Promise<void>

export const isOver = (state: JobState): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

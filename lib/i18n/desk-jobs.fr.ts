import { FELL_SILENT, type JobKind, type JobState } from '@/lib/domain/job'
import type { DeskJobsWords } from './desk-jobs'
import { count, number } from './format'

const kinds: Record<JobKind, string> = {
  index_claims: 'Recompter les mots de chaque affirmation',
  pair_claims: 'Comparer à nouveau chaque affirmation à toutes les autres',
  import_table: 'Importer un tableau d’affirmations',
}
const states: Record<JobState, string> = {
  waiting: 'en attente',
  running: 'en cours',
  done: 'fini',
  failed: 'échoué',
  cancelled: 'annulé',
}

export const deskJobsFr: DeskJobsWords = {
  title: 'Travaux longs',
  lead: 'Ce qui prend plus de temps qu’une page. Cela continue quand vous partez, et reprend de soi-même si le serveur a été arrêté au milieu.',
  none: 'Rien n’attend et rien n’a encore tourné.',
  kinds,
  states,
  queue: 'Commencer',
  queueOf: (kind) => `Commencer\u202f: ${kind}`,
  cancel: 'Annuler',
  cancelOf: (kind) => `Annuler\u202f: ${kind}`,
  queued: 'Dans la file.',
  progress: (done, total) => (total === null ? number('fr', done) : `${number('fr', done)} sur ${number('fr', total)}`),
  tries: (n) => count('fr', n, { one: 'essai', other: 'essais' }),
  by: (name) => `demandé par ${name}`,
  error: (reason) =>
    reason === FELL_SILENT
      ? 'Qui faisait ce travail n’a plus donné de nouvelles, à plusieurs reprises. Regardez le journal du serveur.'
      : `Arrêté avec\u202f: ${reason}`,
}

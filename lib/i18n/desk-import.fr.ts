import type { TableField } from '@/lib/domain/table-columns'
import type { FileFormat, TableState, TableStep } from '@/lib/domain/table-import'
import type { DeskImportWords } from './desk-import'
import { count, number } from './format'

const rows = (n: number) => count('fr', n, { one: 'ligne', other: 'lignes' })
const fields: Record<TableField, string> = {
  claim_id: 'référence de l’affirmation',
  claim_slug: 'nom d’adresse de l’affirmation',
  occurrence_id: 'identifiant du passage',
  key: 'leur propre clé',
  statement_fr: 'énoncé en français',
  statement_en: 'énoncé en anglais',
  event: 'événement',
  kind: 'comment le texte porte les mots',
  quote_scope: 'étendue de la citation',
  modality: 'avec quelle assurance c’est dit',
  dispatch_slug: 'nom d’adresse de la dépêche',
  quote: 'mots cités',
  start: 'début de la citation',
  end: 'fin de la citation',
  source: 'source',
  source_kind: 'nature de la source',
  attribution_chain: 'chaîne d’attribution',
  event_date: 'date de l’événement',
  event_date_basis: 'comment la date est connue',
  place: 'lieu',
  actors: 'qui agit',
  conflict_ids: 'conflits',
  verdict: 'verdict',
  verdict_label_fr: 'verdict en français',
  verdict_label_en: 'verdict en anglais',
  published_at: 'publié le',
}
const formats: Record<FileFormat, string> = {
  csv: 'tableau en texte',
  xlsx: 'classeur',
  cells: 'cellules collées',
  claimreview: 'ClaimReviews d’autres rédactions',
}
const states: Record<TableState, string> = {
  receiving: 'en train d’arriver',
  received: 'pas encore comparé',
  compared: 'comparé, rien n’est écrit',
  written: 'écrit',
  undone: 'repris',
  cancelled: 'abandonné',
  cut_short: 'coupé en route',
}
const doing: Record<TableStep, string> = {
  compare: 'Comparaison avec l’archive',
  write: 'Écriture',
  undo: 'Reprise',
}

export const deskImportFr: DeskImportWords = {
  title: 'Importer',
  lead: 'Un tableau d’affirmations, venu d’un tableur ou d’une autre rédaction. Vous voyez ce qui changerait, cellule par cellule, avant que rien ne soit écrit, et vous pouvez tout reprendre.',
  upload: 'Envoyer un fichier',
  file: 'CSV, TSV, XLSX ou JSON Lines\u202f; ClaimReview, annotations',
  fileHelp: (mb, xlsxMb) =>
    `Jusqu’à ${number('fr', mb)} Mo (${number('fr', xlsxMb)} Mo en XLSX). La première ligne nomme les colonnes\u202f; celles de notre export sont reconnues. Les annotations W3C (JSON-LD) viennent ici aussi.`,
  send: 'Envoyer',
  paste: 'Coller des cellules',
  cells: 'Cellules copiées d’un tableur, avec la ligne des noms',
  past: 'Imports précédents',
  none: 'Aucun tableau n’a encore été importé.',
  by: (name) => `par ${name}`,
  formats,
  states,
  doing,
  fields,
  fingerprint: 'SHA-256 des octets',
  counts: ({ read, added, changed, unchanged, rejected }) =>
    `${rows(read)}\u202f: ${number('fr', added)} en plus, ${number('fr', changed)} avec des changements, ${number('fr', unchanged)} sans changement, ${count('fr', rejected, { one: 'refusée', other: 'refusées' })}`,
  mapping: 'Ce que veulent dire les colonnes',
  mappingLead: 'Nous avons deviné d’après les noms. Vérifiez chacune avec les cellules qui la suivent.',
  column: 'Colonne',
  meaning: 'Veut dire',
  samples: 'Premières cellules',
  sheets: 'Quelle feuille',
  leaveOut: '(laissée de côté)',
  blank: '(vide)',
  unnamed: (n) => `colonne ${n}`,
  sender: 'De qui vient le fichier',
  senderHelp: 'Leurs clés sont retenues sous ce nom\u202f: reprenez le même pour leur prochain fichier.',
  base: 'Quand il a été exporté d’ici (UTC)',
  baseHelp:
    'Alors ce que nous seuls avons changé depuis n’est pas un changement, et ce que les deux ont changé est montré comme un désaccord. Laissez vide si vous ne le savez pas\u202f: toute cellule qui diffère compte alors comme la leur.',
  addsSources: 'Ajouter les sources que nous ne connaissons pas',
  addsSourcesHelp:
    'Un nouveau passage peut dire qui l’a dit et par qui, dans la colonne attribution_chain\u202f: Abdou Dardar (speaker) > AFP (agency), ou un nom seul. Sans cette case, une ligne dont aucune source ne porte le nom est refusée.',
  newSources: (n) =>
    count('fr', n, {
      one: 'source que nous ne connaissions pas',
      other: 'sources que nous ne connaissions pas',
    }),
  chain: 'Qui le dit, et par qui',
  newSource: 'nouvelle source',
  ambiguous: 'ambigu',
  compare: 'Comparer avec l’archive',
  again: 'Changer les colonnes et comparer de nouveau',
  waiting: 'En attente de son tour',
  progress: (done, total) =>
    total === null || total === 0
      ? rows(done)
      : `${number('fr', done)} sur environ ${rows(total)} (${Math.min(100, Math.floor((100 * done) / total))}\u00a0%)`,
  asking: (read) => `${rows(read)}\u00a0: tout est lu. Comparaison avec l’archive…`,
  left: (seconds) =>
    seconds < 90
      ? `encore environ ${number('fr', seconds)}\u00a0s`
      : `encore environ ${number('fr', Math.round(seconds / 60))}\u00a0min`,
  stop: 'Arrêter',
  stopped: 'Arrêté. Rien n’en a été écrit\u202f; vous pouvez recommencer.',
  failed: (reason) => `Cela n’a pas pu se faire, et rien n’a été écrit. Arrêté avec\u202f: ${reason}`,
  giveUp: 'Abandonner cet import',
  cutShort: 'Le fichier n’est pas arrivé entier\u202f: rien n’en est gardé. Envoyez-le à nouveau.',
  gaveUp: 'Abandonné. Rien n’a été écrit et le fichier est oublié.',
  noBase: 'Personne n’a dit quand le fichier a été exporté\u202f: il n’est comparé qu’à l’archive d’aujourd’hui.',
  since: (moment) => `Comparé à l’archive d’aujourd’hui et à celle du ${moment}.`,
  anotherStands:
    'Rien n’a été écrit\u202f: le tableau a été comparé de nouveau depuis ce que vous regardiez. Voici la comparaison qui vaut.',
  movedOn: 'L’archive a changé pendant que vous regardiez. Voici la comparaison refaite\u202f; rien n’a été écrit.',
  changes: (n) => count('fr', n, { one: 'ligne qui change quelque chose', other: 'lignes qui changent quelque chose' }),
  row: 'Ligne',
  what: 'Quoi',
  ours: 'Chez nous',
  theirs: 'Chez eux',
  was: 'À l’export',
  before: 'Avant',
  after: 'Après',
  nothing: '(rien)',
  first: (shown) => `Les ${number('fr', shown)} premières sont montrées.`,
  conflicts: (n) =>
    count('fr', n, { one: 'cellule changée des deux côtés', other: 'cellules changées des deux côtés' }),
  conflictsLead: 'La nôtre reste, sauf si vous prenez la leur.',
  take: (row, field) => `Prendre la leur\u202f: ligne ${row}, ${field}`,
  takeIt: 'Prendre la leur',
  additions: (n) =>
    count('fr', n, { one: 'affirmation ou passage en plus', other: 'affirmations et passages en plus' }),
  problems: (n) => count('fr', n, { one: 'ligne refusée', other: 'lignes refusées' }),
  problemsLead: 'Corrigez-les dans le fichier et renvoyez-le, ou laissez-les de côté.',
  refusedFile: 'Les lignes refusées en CSV, avec la raison',
  leavesOut: (n) => `Laisser ${rows(n)} de côté et écrire les autres`,
  write: 'Écrire',
  nothingToDo: 'Il n’y a rien à écrire\u202f: l’archive dit déjà tout cela.',
  written: 'Écrit. Tout peut être repris d’un coup.',
  undo: 'Reprendre cet import',
  undoWhat:
    'Ce qu’il a changé redevient ce que c’était et ce qu’il a ajouté est retiré, partout où personne n’y a touché depuis. Le reste demeure et vous est dit.',
  undone: (n) => `Repris\u202f: ${rows(n)} de ce qu’il avait écrit.`,
  stays: 'Ceci reste comme c’est',
  back: 'Tous les imports',
}

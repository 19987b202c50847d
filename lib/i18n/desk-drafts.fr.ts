import type { DeskDraftsWords } from './desk-drafts'

// U+202F avant ; : ! ? et à l’intérieur des guillemets.
export const deskDraftsFr: DeskDraftsWords = {
  saving: 'Enregistrement du brouillon…',
  saved: (time) => `Brouillon enregistré à ${time}`,
  offline:
    'Pas de connexion\u202f: le brouillon est gardé dans ce navigateur seulement, et sera envoyé dès que possible.',
  tooLarge: 'Ce brouillon dépasse 256 ko et n’est plus enregistré. Envoyez-le ou raccourcissez-le.',
  restored: (time) => `Brouillon repris (${time}).`,
  restoredHere: 'Brouillon repris de ce navigateur\u202f: il n’était pas arrivé au serveur.',
  discard: 'L’abandonner',
  discarded: 'Brouillon abandonné.',
  waiting: (time) => `Un brouillon de ${time} avait été gardé avant que vous commenciez à écrire.`,
  take: 'Le prendre à la place',
}

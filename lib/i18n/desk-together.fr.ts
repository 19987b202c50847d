import type { DeskTogetherWords } from './desk-together'
import { count } from './format'

const n = (one: string, other: string) => (many: number) => count('fr', many, { one, other })

export const deskTogetherFr: DeskTogetherWords = {
  thread: {
    title: 'Discussion',
    titles: {
      claim: 'Discussion sur cette affirmation',
      conflict: 'Discussion sur ce conflit',
      verdict: 'Discussion sur ce verdict',
      dispatch: 'Discussion sur cette dépêche',
      source: 'Discussion sur cette source',
      event: 'Discussion sur cet événement',
    },
    notes: n('note', 'notes'),
    none: 'Aucune note pour l’instant. Ce que vous écrivez ici reste à la rédaction.',
    internal: 'Vu par les personnes de la rédaction seulement, jamais publié.',
    write: 'Écrire une note',
    body: 'Votre note',
    answer: 'Répondre',
    answerTo: (name) => `Votre réponse à ${name}`,
    sendAnswer: 'Envoyer la réponse',
    send: 'Laisser la note',
    change: 'Modifier',
    changeOwn: 'Votre note, modifiée',
    save: 'Enregistrer la modification',
    settle: 'Marquer comme réglé',
    settleNamed: (name) => `Marquer comme réglé le fil ouvert par ${name}`,
    reopen: 'Rouvrir',
    settledBy: (name) => `Réglé par ${name}`,
    settledThreads: n('fil réglé', 'fils réglés'),
    withdraw: 'Retirer',
    withdrawNamed: (name) => `Retirer la note de ${name}`,
    restore: 'La remettre',
    withdrawn: 'Note retirée par son auteur ou par un éditeur.',
    asksForChanges: 'demande des modifications',
    mayNot: 'Votre compte permet de lire cette discussion, pas d’y prendre part.',
    help: 'Texte simple. @ suivi d’un nom prévient cette personne ; les adresses web deviennent des liens.',
    people: 'Personnes que vous pouvez nommer',
    peopleFound: n(
      'personne trouvée : flèches pour choisir, Entrée pour prendre',
      'personnes trouvées : flèches pour choisir, Entrée pour prendre',
    ),
    named: (name) => `Nommer ${name} dans la note`,
  },
}

import type { DeskTogetherWords } from './desk-together'
import { count, list } from './format'

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
      report: 'Discussion sur ce message',
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
  assignment: {
    titles: { claim: 'Qui s’en occupe', conflict: 'Qui s’en occupe', verdict: 'Qui fait la seconde lecture' },
    holder: (name) => `${name} s’en occupe.`,
    askedReader: (name) => `La lecture est demandée à ${name}.`,
    mine: 'Vous vous en occupez.',
    askedMe: 'La lecture vous est demandée.',
    nobody: 'Personne pour l’instant.',
    take: 'M’en occuper',
    takeReading: 'Je le lirai',
    giveBack: 'Le rendre',
    withdrawAsk: 'Ne le demander à personne',
    person: 'Personne',
    choose: 'choisir une personne',
    give: 'Le confier à cette personne',
    ask: 'Demander une seconde lecture',
    stale: 'Quelqu’un l’a changé entre-temps',
  },
  notifications: {
    title: 'Du nouveau pour vous',
    bell: n('notification non lue', 'notifications non lues'),
    unread: n('non lue', 'non lues'),
    none: 'Rien pour l’instant. Vous êtes prévenu ici quand quelqu’un vous nomme, vous répond, vous confie quelque chose ou touche à votre travail.',
    isNew: 'nouveau',
    open: 'Ouvrir',
    openNamed: (what) => `Ouvrir : ${what}`,
    markRead: 'Marquer comme lue',
    markReadNamed: (what) => `Marquer comme lue : ${what}`,
    markAll: 'Tout marquer comme lu',
    older: 'Plus anciennes',
    newest: 'Revenir aux plus récentes',
    somebody: 'Quelqu’un',
    byMail: 'Choisir ce qui arrive par courriel',
    place: {
      claim: (ref) => `l’affirmation ${ref}`,
      conflict: (ref) => `le conflit ${ref}`,
      verdict: (ref) => `le verdict sur ${ref}`,
      dispatch: () => 'la dépêche',
      source: () => 'la source',
      event: (ref) => `l’événement ${ref}`,
      report: (ref) => `le message ${ref}`,
    },
    kind: {
      mention: (who, what) => `${who} vous nomme dans une note sur ${what}.`,
      reply: (who, what) => `${who} répond dans un fil où vous avez écrit, sur ${what}.`,
      assigned: (who, what) => `${who} vous confie ${what}.`,
      asked_to_read: (who, what) => `${who} vous demande une seconde lecture : ${what}.`,
      changes_requested: (who, what) => `${who} demande des modifications : ${what}.`,
      verdict_read: (who, what) => `${who} a lu et approuvé ${what}, que vous avez écrit.`,
      verdict_published: (who, what) => `${who} a publié ${what}, que vous avez écrit.`,
      conflict_resolved: (who, what) => `${who} a tranché ${what}, dont dépend votre travail.`,
      conflict_reopened: (who, what) => `${who} a rouvert ${what}, dont dépend votre travail.`,
      report_received: (_who, what) => `Un lecteur a écrit\u202f: ${what}.`,
      item_changed: (who, what) => `${who} a changé ${what}, dont vous vous occupez.`,
    },
  },
  live: {
    label: 'Qui est là et ce qui a changé',
    present: (names) => `${list('fr', names)} ${names.length === 1 ? 'a' : 'ont'} cette page ouverte.`,
    what: (entity, n) =>
      entity === 'annotations'
        ? n === 1
          ? 'Nouvelle note'
          : 'Une note a changé'
        : entity === 'conflicts'
          ? n === 1
            ? 'Nouveau conflit'
            : 'Un conflit a changé'
          : entity === 'verdicts' || entity === 'verdict_dependencies'
            ? 'Le verdict a changé'
            : entity === 'occurrences' || entity === 'statements' || entity === 'chains'
              ? n === 1
                ? 'Nouveau passage'
                : 'Un passage a changé'
              : entity === 'claims'
                ? 'L’affirmation a changé'
                : 'Quelque chose a changé',
    happened: (what, who) => (who === null ? `${what}.` : `${what}, par ${who}.`),
    many: 'Beaucoup de choses ont changé d’un coup.',
    show: 'Montrer',
    showApart: 'Montrer dans un autre onglet ; ce que vous écrivez reste ici',
  },
  mail: {
    title: 'Courriel',
    lead: 'Rien n’est envoyé avant que vous le choisissiez. Les lettres disent ce qui s’est passé et mènent à la rédaction ; elles ne citent rien.',
    digest: 'Ce qui est nouveau et non lu',
    choices: { off: 'jamais', daily: 'une fois par jour', weekly: 'une fois par semaine' },
    direct: 'Quand quelqu’un me nomme, me confie quelque chose ou me demande une lecture',
    directHelp: 'Dans l’heure, une lettre par heure au plus.',
    save: 'Enregistrer',
    subject: (many) => `Recoupe : ${count('fr', many, { one: 'nouveauté', other: 'nouveautés' })} pour vous`,
    hello: (name) => `Bonjour ${name},`,
    opening: (many) =>
      `${count('fr', many, { one: 'nouveauté vous attend', other: 'nouveautés vous attendent' })} à la rédaction.`,
    all: 'Tout ce qui est nouveau :',
    allLink: 'Tout ce qui est nouveau',
    less: 'Choisir à quel rythme on vous écrit, ou jamais :',
    lessLink: 'Choisir à quel rythme on vous écrit, ou jamais',
  },
}

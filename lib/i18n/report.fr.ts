import { count, number } from './format'
import type { ReportWords } from './report'

export const reportFr: ReportWords = {
  title: 'Écrivez-nous',
  lead: 'Signalez une erreur, répondez si nous parlons de vous, ou envoyez une affirmation à vérifier. Sans compte ni adresse électronique.',
  about: 'À propos de cette page',
  kind: 'De quoi s’agit-il\u202f?',
  kinds: {
    error: { name: 'Une erreur', hint: 'Quelque chose est faux dans ce qui est publié ici.' },
    reply: { name: 'Une réponse', hint: 'Cette page parle de moi, ou de ceux au nom de qui je parle.' },
    claim: {
      name: 'Une affirmation à vérifier',
      hint: 'J’ai lu ou entendu quelque chose et veux savoir si cela tient.',
    },
  },
  place: 'Quelle page, ou bien où vous l’avez vu',
  placeToo: 'Où vous l’avez vu ailleurs (peut rester vide)',
  placeHint: 'Une adresse web, ou des mots\u202f: un titre, une radio, un jour.',
  words: 'Ce que vous avez à dire',
  wordsHint: (max) =>
    `Quels mots sont faux, et comment vous le savez\u202f; ou votre réponse\u202f; ou l’affirmation, mot pour mot. Un lien ou un document aide. ${number('fr', max)} caractères au plus.`,
  contact: 'Comment vous joindre (peut rester vide)',
  contactHint:
    'Votre nom, un téléphone ou une adresse électronique. Jamais publié\u202f; effacé dès que vous le demandez.',
  trap: 'Laissez ceci vide',
  send: 'Envoyer',
  refused: 'Ce n’est pas encore envoyé',
  turned: 'Ce n’est pas encore envoyé. Ce que vous avez écrit est resté dans le formulaire.',
  tooMany:
    'Trop de messages sont arrivés depuis une heure. Ce que vous avez écrit est toujours là\u202f: envoyez-le de nouveau dans une heure.',
  tooLong: 'C’est plus long que ce que nous pouvons lire d’un coup. Envoyez l’essentiel, et dites où est le reste.',
  next: 'Vous recevez aussitôt un numéro. Avec lui, vous pouvez suivre ce que devient votre message.',
  erase: 'Pour faire effacer vos coordonnées, envoyez un autre message avec votre numéro.',
  sent: 'Bien reçu. Merci.',
  keep: 'Gardez ce numéro. C’est le seul chemin vers votre message.',
  follow: 'Le suivre à cette adresse',
  ticket: 'Message',
  ticketLead: 'Ce qu’il est devenu. Ni vos mots ni vos coordonnées ne sont montrés ici.',
  state: {
    received: 'Reçu',
    looking: 'Quelqu’un s’en occupe',
    accepted: 'Accepté',
    refused: 'Non retenu',
  },
  stateMeans: {
    received: 'Personne ne l’a encore ouvert.',
    looking: 'Un relecteur vérifie ce que vous avez écrit.',
    accepted: 'Vous aviez raison, ou vos mots sont repris.',
    refused: 'Nous laissons les choses en l’état\u202f; la raison est ci-dessous.',
  },
  receivedOn: 'Reçu le',
  decidedOn: 'Décidé le',
  outcome: 'Notre réponse',
  ledTo: 'Ce qui en est sorti',
  claim: 'Lire l’affirmation',
  correction: 'Lire la correction',
  another: 'Envoyer un autre message',
  reportHere: 'Signaler une erreur ou répondre',
  submit: 'Envoyer une affirmation à vérifier',
  waits: (settled, days) =>
    `Ces douze derniers mois, nous avons réglé ${count('fr', settled, { one: 'message', other: 'messages' })}, la moitié en ${count('fr', days, { one: 'jour', other: 'jours' })} au plus.`,
}

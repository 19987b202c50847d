import { count } from './format'
import type { StatisticsWords } from './statistics'

export const statisticsFr: StatisticsWords = {
  title: 'Statistiques',
  what: 'Combien de verdicts, sur qui, combien de conflits ouverts ou réglés, ce qui a été corrigé, et le temps que prend un verdict.',
  link: 'Voir les statistiques',
  lead: 'Comptées sur ce qui est publié, à chaque changement. Un verdict retiré compte comme retiré\u202f; les brouillons ne comptent pas.',
  number: 'Nombre',
  verdicts: {
    title: 'Verdicts par note',
    how: 'La version en vigueur de chaque verdict publié.',
    rating: 'Note',
    withdrawn: 'Retirés',
  },
  voices: {
    title: 'Verdicts par voix',
    how: 'Qui a fait les affirmations vérifiées, sous le nom que donnent les textes. Quelques verdicts ne disent rien d’une personne\u202f: c’est nous qui choisissons ce que nous vérifions. Les sources sans nom ou protégées ne sont pas comptées.',
    voice: 'Voix',
    verdicts: 'Verdicts',
    ratings: 'Notes',
    none: 'Aucun verdict sur l’affirmation d’une source nommée pour l’instant.',
  },
  conflicts: {
    title: 'Conflits par classe',
    how: 'Ouverts\u202f: pas encore réglés, ou rouverts. Réglés\u202f: résolus, avec une raison publique.',
    class: 'Classe',
    open: 'Ouverts',
    settled: 'Réglés',
  },
  corrections: {
    title: 'Corrections par gravité',
    how: 'Tout changement public d’un verdict publié.',
    severity: 'Gravité',
  },
  delay: {
    title: 'D’une dépêche à un verdict',
    how: 'Du moment où un texte est arrivé ici au premier verdict publié sur l’une de ses affirmations.',
    measure: 'Mesure',
    time: 'Durée',
    shortest: 'Le plus court',
    median: 'Médiane\u202f: la moitié a pris moins',
    longest: 'Le plus long',
    counted: 'Verdicts comptés',
    none: 'Aucun verdict n’a encore été publié.',
  },
  span: {
    minute: (n) => (n === 0 ? 'moins d’une minute' : count('fr', n, { one: 'minute', other: 'minutes' })),
    hour: (n) => count('fr', n, { one: 'heure', other: 'heures' }),
    day: (n) => count('fr', n, { one: 'jour', other: 'jours' }),
  },
}

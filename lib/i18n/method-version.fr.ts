import type { MethodVersionWords } from './method-version'

export const methodVersionFr: MethodVersionWords = {
  title: 'Versions de la méthode',
  why: 'Chaque verdict porte la version en vigueur le jour de sa publication, et la garde. Quand l’échelle, ce qu’il faut à un verdict ou la manière de compter les sources change, c’est une nouvelle version.',
  name: (version) => `Méthode, version ${version}`,
  since: (day) => `en vigueur depuis le ${day}`,
  inForce: 'en vigueur',
  willCarry: 'Le verdict portera la version de la méthode en vigueur maintenant',
  changed: {
    1: 'Première version : l’échelle de dix mots, la chaîne des sources, un second lecteur, une correction pour tout changement.',
  },
}

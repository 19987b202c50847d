/** Small numbers as words, French and English. */
const WORDS: Record<string, number> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  cent: 100,
  mille: 1000,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
}
/** An alternation of them, longest first, for a regular expression. */
export const WORD_NUMBERS = Object.keys(WORDS)
  .filter((word) => WORDS[word] !== 1)
  .sort((a, b) => b.length - a.length)
  .join('|')

/** The value of "1 200", "3,500", "deux"; null when it is none. */
export function numberOf(words: string): number | null {
  const known = WORDS[words.toLowerCase()]
  if (known !== undefined) return known
  const digits = words.replace(/[   .,](?=\d{3}(?:\D|$))/g, '')
  return /^\d+$/.test(digits) ? Number(digits) : null
}

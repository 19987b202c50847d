/** Scripts that names in the news are written in; what is in none of them is not guessed. */
const SCRIPTS = [
  'Latn',
  'Arab',
  'Cyrl',
  'Grek',
  'Hebr',
  'Tfng',
  'Nkoo',
  'Ethi',
  'Armn',
  'Geor',
  'Deva',
  'Beng',
  'Thai',
  'Hang',
  'Hira',
  'Kana',
  'Hani',
] as const

const letters = new Map(SCRIPTS.map((code) => [code, new RegExp(`\\p{Script=${code}}`, 'u')]))

/** The script a form is written in (ISO 15924), by its first letter in a known one; null when it has none. */
export function scriptOf(form: string): string | null {
  for (const letter of form) for (const [code, is] of letters) if (is.test(letter)) return code
  return null
}

import type { VagueDate } from '@/lib/domain/vague-date'
import type { Language } from '@/lib/domain/vocabulary'

/** British English: days before months, as newspapers here write them. */
const LOCALE: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

/** Intl objects are dear to make and cheap to keep. */
function kept<T>(make: (locale: string) => T): (lang: Language) => T {
  const known = new Map<Language, T>()
  return (lang) => {
    const it = known.get(lang) ?? make(LOCALE[lang])
    known.set(lang, it)
    return it
  }
}
const dayFormat = kept((l) => new Intl.DateTimeFormat(l, { dateStyle: 'long', timeZone: 'UTC' }))
const monthFormat = kept((l) => new Intl.DateTimeFormat(l, { month: 'long', year: 'numeric', timeZone: 'UTC' }))
const timeFormat = kept(
  (l) => new Intl.DateTimeFormat(l, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' }),
)
const pluralRules = kept((l) => new Intl.PluralRules(l))
const numberFormat = kept((l) => new Intl.NumberFormat(l))
const listFormat = kept((l) => new Intl.ListFormat(l, { type: 'conjunction' }))
const languageNames = kept((l) => new Intl.DisplayNames(l, { type: 'language', fallback: 'code' }))
const scriptNames = kept((l) => new Intl.DisplayNames(l, { type: 'script', fallback: 'code' }))

export const number = (lang: Language, n: number): string => numberFormat(lang).format(n)
/** "1 outlet", "3 outlets": the number and the form of the word that goes with it. */
export const count = (lang: Language, n: number, forms: { one: string; other: string }): string =>
  `${number(lang, n)} ${pluralRules(lang).select(n) === 'one' ? forms.one : forms.other}`
export const list = (lang: Language, items: readonly string[]): string => listFormat(lang).format(items)
/** The name of a language in the reader's language, or its code when it is none we know. */
export function languageName(lang: Language, code: string): string {
  try {
    return languageNames(lang).of(code) ?? code
  } catch {
    // A code that is not a language tag is shown as it was written.
    return code
  }
}
/** The name of a script (ISO 15924) in the reader's language, or its code. */
export const scriptName = (lang: Language, code: string): string =>
  /^[A-Za-z]{4}$/.test(code) ? (scriptNames(lang).of(code) ?? code) : code

const first = (lang: Language, text: string): string => (lang === 'fr' ? text.replace(/^1 /, '1er ') : text)
/** A calendar day, from a date or an ISO string. */
export const day = (lang: Language, iso: string): string => first(lang, dayFormat(lang).format(new Date(iso)))
/** A moment to the minute, in UTC, as in "14 March 2026, 09:12 UTC". */
export function moment(lang: Language, iso: string): string {
  const time = timeFormat(lang).format(new Date(iso))
  return lang === 'fr' ? `${day(lang, iso)} à ${time.replace(':', ' h ')} UTC` : `${day(lang, iso)}, ${time} UTC`
}

const WORDS = {
  fr: {
    about: (s: string) => `vers ${s}`,
    maybe: (s: string) => `${s} (incertain)`,
    from: (s: string) => `depuis ${s}`,
    until: (s: string) => `jusqu’à ${s}`,
    between: (a: string, b: string) => `${a} – ${b}`,
    decade: (s: string) => `années ${s}`,
    unknown: 'date inconnue',
  },
  en: {
    about: (s: string) => `about ${s}`,
    maybe: (s: string) => `${s} (uncertain)`,
    from: (s: string) => `from ${s}`,
    until: (s: string) => `until ${s}`,
    between: (a: string, b: string) => `${a} – ${b}`,
    decade: (s: string) => `${s}s`,
    unknown: 'date unknown',
  },
} as const

/** One EDTF date (not an interval) in words. Parts marked unspecified (X) are left out, as they were never known. */
function edtfPoint(lang: Language, expression: string): string {
  const say = WORDS[lang]
  const doubt = /[?~%]/.exec(expression)?.[0]
  const plain = expression.replace(/[?~%]/g, '').replace(/T.*$/, '').replace(/-XX/g, '')
  const text = /^\d{4}-\d{2}-\d{2}$/.test(plain)
    ? day(lang, plain)
    : /^\d{4}-(0[1-9]|1[0-2])$/.test(plain)
      ? monthFormat(lang).format(new Date(`${plain}-01`))
      : /^\d{3}X$/.test(plain)
        ? say.decade(plain.replace('X', '0'))
        : plain
  if (doubt === '~') return say.about(text)
  if (doubt === '?') return say.maybe(text)
  return doubt === '%' ? say.maybe(say.about(text)) : text
}

/** A vague date in words; how it is known (`basis`) is for the caller to say. */
export function vagueDate(lang: Language, { edtf }: Pick<VagueDate, 'edtf'>): string {
  const say = WORDS[lang]
  if (edtf === null) return say.unknown
  const [start, end] = edtf.split('/')
  if (start === undefined || end === undefined) return edtfPoint(lang, edtf)
  const isOpen = (side: string): boolean => side === '' || side === '..'
  if (isOpen(start)) return isOpen(end) ? say.unknown : say.until(edtfPoint(lang, end))
  return isOpen(end) ? say.from(edtfPoint(lang, start)) : say.between(edtfPoint(lang, start), edtfPoint(lang, end))
}

/** What a `<time datetime>` can hold of a vague date: a day, a month or a year, else nothing. */
export const machineDate = ({ edtf }: Pick<VagueDate, 'edtf'>): string | undefined =>
  edtf !== null && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(edtf) ? edtf : undefined

/** The direction of a text in a language: scripts written from the right, by language or by script subtag. */
export function directionOf(language: string | null): 'ltr' | 'rtl' {
  const tag = language ?? ''
  if (/-(Arab|Hebr|Adlm|Nkoo|Syrc|Thaa)\b/i.test(tag)) return 'rtl'
  return /^(ar|he|fa|ur|ps|sd|ug|yi|dv|syr|ckb|nqo|arc|prs|aeb|ary|arz|apc)\b/i.test(tag) && !/-Latn\b/i.test(tag)
    ? 'rtl'
    : 'ltr'
}

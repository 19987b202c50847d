import { foldKey, likeness } from './fold-key'
import type { KnownNames, NameSuggestion } from './names'

/** A written name with what it is compared by, worked out once however many others it meets. */
export type NameForm = {
  text: string
  low: string
  /** What it sounds like (`foldKey`). */
  key: string
  placeIds: ReadonlySet<number>
  aliasIds: ReadonlySet<string>
  /** Whether the sound says anything: not of a number, an initial or a name of two letters. */
  hasSound: boolean
  /** Words and pieces between hyphens. */
  pieces: number
}

/** Shortest key that may be compared letter by letter. */
export const NEAR_LENGTH = 5
const NEAR_LIKENESS = 0.8
/** Most letters that may differ when the longer key has so many: what `NEAR_LIKENESS` says the other way round. */
export const mostEdits = (length: number): number => Math.floor(length / 5)

/** What a name is compared by. */
export function formOf(text: string, known: KnownNames): NameForm {
  const key = foldKey(text)
  return {
    ...{ text, key, low: text.toLowerCase(), placeIds: known.placeIds(text), aliasIds: known.aliasIds(text) },
    hasSound: key.length >= 3 && !/\d/.test(text) && !/(?:^|\s)\p{L}{1,2}$/u.test(text),
    pieces: text.split(/[ -]/).length,
  }
}

type Made = Omit<NameSuggestion, 'surfaces'>

/** Whether two written forms may be one name: ids first, then keys; two names of known different places are never near. */
export function compared(a: NameForm, b: NameForm): Made | null {
  // Letter case tells no two names apart.
  if (a.low === b.low) return null
  if (meets(a.aliasIds, b.aliasIds) !== null)
    return {
      relation: 'same',
      rule: 'alias',
      why: {
        fr: `« ${a.text} » et « ${b.text} » ont déjà été reconnus comme deux noms de la même entité.`,
        en: `“${a.text}” and “${b.text}” have already been accepted as two names of one entity.`,
      },
    }
  const place = meets(a.placeIds, b.placeIds)
  if (place !== null && areMostlyOne(a.placeIds, b.placeIds))
    return {
      relation: 'same',
      rule: 'gazetteer',
      why: {
        fr: `GeoNames donne « ${a.text} » et « ${b.text} » comme deux graphies du même lieu (n° ${place}).`,
        en: `GeoNames has “${a.text}” and “${b.text}” as two spellings of one place (id ${place}).`,
      },
    }
  const areOtherPlaces = a.placeIds.size > 0 && b.placeIds.size > 0
  if (!a.hasSound || !b.hasSound || areOtherPlaces) return null
  if (a.key === b.key)
    return {
      relation: 'possibly_same',
      rule: 'fold_key',
      why: {
        fr: `« ${a.text} » et « ${b.text} » se prononcent de même : accents, lettres doubles et transcriptions mis à part, il reste « ${a.key} ».`,
        en: `“${a.text}” and “${b.text}” sound alike: without accents, doubled letters and transcriptions both read “${a.key}”.`,
      },
    }
  return areNear(a, b)
    ? {
        relation: 'possibly_same',
        rule: 'near_key',
        why: {
          fr: `« ${a.text} » et « ${b.text} » diffèrent de peu et paraissent dans la même dépêche.`,
          en: `“${a.text}” and “${b.text}” differ by little and stand in the same dispatch.`,
        },
      }
    : null
}

const areNear = (a: NameForm, b: NameForm) =>
  Math.min(a.key.length, b.key.length) >= NEAR_LENGTH &&
  a.low[0] === b.low[0] &&
  a.pieces === b.pieces &&
  !isInflection(a.key, b.key) &&
  likeness(a.key, b.key) >= NEAR_LIKENESS

const meets = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): T | null => {
  for (const it of a) if (b.has(it)) return it
  return null
}

/**
 * Of two names that many places bear, one place in common says little. It counts when one of the names belongs to that
 * place alone ("Konna" is one place, "Kona" may be fifteen), or when they share at least half of all their places.
 */
function areMostlyOne(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  if (Math.min(a.size, b.size) === 1) return true
  const both = [...a].filter((id) => b.has(id)).length
  return both / (a.size + b.size - both) >= 0.5
}

/** "Français" and "Française", "Mali" and "Malien" are words of one family, not two spellings. */
const isInflection = (a: string, b: string) => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return (
    long.startsWith(short) ||
    (/(?:ien|ais|ain|ois|an|i|e|s|es|en|ane|ene)$/.test(long) &&
      long.slice(0, short.length - 1) === short.slice(0, -1) &&
      long.length - short.length >= 1)
  )
}

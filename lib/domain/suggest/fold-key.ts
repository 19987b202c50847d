/**
 * A key that spellings of one name tend to share: case, accents, spaces and hyphens away, then the letters that West
 * African and Arabic names are transcribed by in French and in English made one (suggestions.md part 3b). Used to propose,
 * never to merge.
 */
export function foldKey(name: string): string {
  let key = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  for (const [from, to] of SAME_SOUND) key = key.replace(from, to)
  return key.replace(/(.)\1+/g, '$1')
}

const SAME_SOUND: readonly [RegExp, string][] = [
  [/tch/g, 'c'],
  [/dj/g, 'j'],
  [/(?:sch|sh|ch)/g, 'c'],
  [/gn/g, 'ni'],
  [/ph/g, 'f'],
  [/(?:ck|qu|kh|q|k)/g, 'k'],
  [/gu(?=[ei])/g, 'g'],
  [/ou|oo|w/g, 'u'],
  [/y/g, 'i'],
  [/(?<![c])h/g, ''],
  [/c(?=[aou]|$)/g, 'k'],
  [/e$/g, ''],
]

/** How alike two keys are, 0 to 1: one minus edits over the longer length (Levenshtein 1966). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  if (longest === 0) return 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return 1 - (row[b.length] ?? 0) / longest
}

import type { Doc } from './document'
import { FEMALE } from './gender-and-number'
import { type People, people } from './people'
import { bareName, ORGANISATION } from './proper-names'
import type { LanguageRules } from './rules'

const ARTICLE_AND_WORDS = /(?:^|[\s(])(?:le|la|l'|un|une|the|a)\s?((?:[\p{Ll}-]+\s){0,2}[\p{Ll}-]+)(?=\s|$)/u
/** The words behind the first article of the phrase that leads to a name: of "…, le ministre de l'Intérieur, ", "ministre" and "de". */
function functionBefore(before: string): string[] {
  const phrase = /,?\s$/u.test(before) ? before.replace(/,?\s$/u, '') : ''
  const from = Math.max(...[...',.;:!?'].map((mark) => phrase.lastIndexOf(mark))) + 1
  return ARTICLE_AND_WORDS.exec(phrase.slice(from))?.[1]?.split(/\s/) ?? []
}

/** The functions that stand beside a name: "le scientifique Michel Mayor", "le ministre de l'Intérieur, Manuel Valls", "Manuel Valls, ministre". */
function functionsAround(doc: Doc, start: number, end: number, rules: LanguageRules): Set<string> {
  const heads = new Set<string>()
  const before = doc.shadow.slice(Math.max(0, start - 90), start).toLowerCase()
  const led = functionBefore(before)
  const isGoverned = /(?:\b(?:de|du|des|à|et|of|and)\s|d'|l')$/.test(before)
  const after = /^,\s(?:(?:le|la|l'|un|une|ex|ancien|ancienne|the|a|former)[\s-]?){0,2}([\p{Ll}-]+)/u.exec(
    doc.shadow.slice(end, end + 40),
  )
  for (const word of [...(isGoverned ? [] : led), after?.[1] ?? '']) if (rules.roles.has(word)) heads.add(word)
  return heads
}

/** People and bodies named in full anywhere, so that a first pronoun has somebody to stand for. */
export function mentioned(doc: Doc, rules: LanguageRules): People {
  const found = people()
  const person =
    /\p{Lu}(?<![\p{L}-]\p{Lu})[\p{Ll}\p{M}]+(?:-\p{Lu}[\p{Ll}\p{M}]+)?(?: (?:de |du |d'|Le |La |De |Van |von |al-)?\p{Lu}[\p{L}\p{M}'-]+){1,2}/gu
  for (const match of doc.shadow.matchAll(person)) {
    const name = bareName(match[0], rules)
    const words = name.split(' ')
    if (
      rules.determiners.has(words[0]?.toLowerCase() ?? '') ||
      rules.openers.has(words[0]?.toLowerCase() ?? '') ||
      ORGANISATION.test(name)
    )
      continue
    if (found.byName(name)) continue
    const heads = functionsAround(doc, match.index, match.index + match[0].length, rules)
    found.add({
      name,
      gender: FEMALE.has(words[0]?.toLowerCase() ?? '') ? 'f' : null,
      number: 's',
      heads,
      isPerson: true,
      span: { start: match.index, end: match.index + match[0].length },
    })
  }
  return found
}

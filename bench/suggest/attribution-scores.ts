import type { Attribution } from '@/lib/domain/suggest/attribution'
import type { Span } from '@/lib/domain/suggest/document'
import { suggest } from '@/lib/domain/suggest/suggest'
import { tally } from './rule-tally'

export type Label = {
  content: Span[]
  cue: Span | null
  source_id: string
  optional?: boolean
}
export type Labelled = { id: string; attributions: Label[] }

const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0)
const shared = (a: readonly Span[], b: readonly Span[]) =>
  a.reduce(
    (sum, x) => sum + b.reduce((n, y) => n + Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start)), 0),
    0,
  )
/** Shared letters over all letters of two contents. */
const overlap = (a: readonly Span[], b: readonly Span[]) => {
  const both = shared(a, b)
  return both / (length(a) + length(b) - both)
}
const plain = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9 ]/g, ' ')
    .replace(/\b(?:le|la|les|l|un|une|des|du|de|d|the|m|mme)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
/** The same somebody: one name holds the other, articles aside. */
const sameSpeaker = (a: string, b: string) => a !== '' && b !== '' && (a.includes(b) || b.includes(a))

/** Each proposed attribution is matched with one label, best overlap first; an optional label counts neither way. */
export function attributionScores(
  labels: readonly Labelled[],
  textOf: ReadonlyMap<string, string>,
  language: 'fr' | 'en',
  threshold: number,
) {
  const n = { right: 0, wrong: 0, missed: 0, speaker: 0, named: 0 }
  const rules = tally()
  const count = (rule: string, how: 'right' | 'wrong') => {
    rules.count(rule, how)
    n[how]++
  }
  for (const { id, attributions: gold } of labels) {
    const found: Attribution[] = suggest(textOf.get(id) ?? '', { language }).attributions
    const pairs = found.flatMap((it, i) =>
      gold.flatMap((label, j) => {
        const share = overlap(it.content, label.content)
        const isSameCue = it.cue && label.cue && Math.abs(it.cue.end - label.cue.end) < 3
        return share >= threshold ? [{ i, j, weight: share + (isSameCue ? 0.5 : 0) }] : []
      }),
    )
    const [taken, matched] = [new Set<number>(), new Set<number>()]
    for (const { i, j } of pairs.sort((a, b) => b.weight - a.weight)) {
      if (taken.has(i) || matched.has(j)) continue
      taken.add(i)
      matched.add(j)
      const label = gold[j] as Label
      if (label.optional) continue
      count((found[i] as Attribution).rule, 'right')
      if (label.source_id === 'unknown') continue
      n.named++
      if (sameSpeaker(plain(found[i]?.sourceName ?? ''), plain(label.source_id))) n.speaker++
    }
    n.missed += gold.filter((label, j) => !label.optional && !matched.has(j)).length
    for (const [i, it] of found.entries())
      if (!taken.has(i) && !gold.some((label) => label.optional && overlap(it.content, label.content) >= threshold))
        count(it.rule, 'wrong')
  }
  const precision = n.right / (n.right + n.wrong)
  const recall = n.right / (n.right + n.missed)
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    speaker: n.speaker / n.named,
    byRule: rules.byRule(),
    counts: `${n.right} right, ${n.wrong} wrong, ${n.missed} missed`,
  }
}

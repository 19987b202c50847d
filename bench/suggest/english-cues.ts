import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suggest } from '@/lib/domain/suggest/suggest'
import { tally } from './rule-tally'

const ENTITIES: Record<string, string> = { '&quot;': '"', '&apos;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }
const decoded = (text: string) => text.replace(/&(?:quot|apos|lt|gt|amp);/g, (it) => ENTITIES[it] ?? it)

/** GUM's rs4 files: a cue is right when it stands in a segment whose relation is an attribution; recall is over those segments. */
export function englishCues(folder: string) {
  const rules = tally()
  const n = { right: 0, wrong: 0, gold: 0, hit: 0 }
  for (const file of readdirSync(folder).filter((it) => it.endsWith('.rs4'))) {
    const xml = readFileSync(join(folder, file), 'utf8')
    const gold: [number, number][] = []
    let text = ''
    for (const [, relation = '', words = ''] of xml.matchAll(
      /<segment id="\d+"(?: parent="\d+")?(?: relname="([^"]*)")?[^>]*>([^<]*)<\/segment>/g,
    )) {
      if (text) text += ' '
      const start = text.length
      text += decoded(words)
      if (relation.startsWith('attribution')) gold.push([start, text.length])
    }
    const cues = new Map(
      suggest(text, { language: 'en' }).attributions.flatMap(({ cue, rule }) =>
        cue ? [[`${cue.start} ${cue.end}`, rule] as const] : [],
      ),
    )
    const hit = new Set<number>()
    for (const [cue, rule] of cues) {
      const [start = 0, end = 0] = cue.split(' ').map(Number)
      const i = gold.findIndex(([from, to]) => start >= from && end <= to)
      rules.count(rule, i < 0 ? 'wrong' : 'right')
      if (i < 0) n.wrong++
      else {
        n.right++
        hit.add(i)
      }
    }
    n.gold += gold.length
    n.hit += hit.size
  }
  const precision = n.right / (n.right + n.wrong)
  const recall = n.hit / n.gold
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    cues: n.right + n.wrong,
    gold: n.gold,
    byRule: rules.byRule(),
  }
}

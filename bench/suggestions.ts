/**
 * How good are the suggestions, and how fast? Prints, for every set in a folder laid out like the one the rules were
 * measured on, precision, recall and F1 at two overlaps, who-speaks accuracy, milliseconds per dispatch; for names the
 * recall and the share of different places that are taken for one; for the sample which of its conflicts are found.
 * A set that is not there is skipped and said to be.
 *
 *   node --import ./bin/typescript.mjs bench/suggestions.ts [--data ../shared/data/nlp] [--sample ../shared/data/mali-2013]
 *     [--per-rule]   right and wrong of every rule on every labelled set, as lib/domain/suggest/rule-starts.ts holds them
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compared, formOf } from '@/lib/domain/suggest/compare-names'
import { knownPlaces, readGazetteer } from '@/lib/domain/suggest/gazetteer'
import { type KnownNames, NOTHING_KNOWN } from '@/lib/domain/suggest/names'
import { suggest } from '@/lib/domain/suggest/suggest'
import { attributionScores, type Labelled } from './suggest/attribution-scores'
import { englishCues } from './suggest/english-cues'
import { nameScores } from './suggest/name-scores'
import { pairScores } from './suggest/pair-scores'
import { type Tally, tally } from './suggest/rule-tally'
import { sampleScores } from './suggest/sample-scores'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/nlp' },
    sample: { type: 'string', default: '../shared/data/mali-2013' },
    'per-rule': { type: 'boolean', default: false },
  },
})
const at = (...path: string[]) => join(values.data, ...path)
const read = (path: string) => readFileSync(path, 'utf8')
const known = knownPlaces(readGazetteer(read('seeds/gazetteers/ml.tsv')).places)
const skip = (what: string, path: string) => console.log(`${what}: skipped, ${path} is not there`)
/** Counts per rule and set, for `--per-rule`: what lib/domain/suggest/rule-starts.ts holds. */
const perRule: { kind: string; rule: string; set: string; right: number; wrong: number }[] = []
const keep = (kind: string, set: string, byRule: readonly (readonly [string, Tally])[]) => {
  for (const [rule, its] of byRule) perRule.push({ kind, rule, set, ...its })
}
const comparedWith = (names: KnownNames) => (a: string, b: string) => compared(formOf(a, names), formOf(b, names))
const percent = (share: number) => share.toFixed(3)

type Dispatch = { id: string; text: string }
for (const name of existsSync(values.data) ? readdirSync(values.data).filter((it) => it.startsWith('wikinews')) : []) {
  const files = readdirSync(at(name))
  const dispatches = files
    .filter((file) => /^dispatches.*\.json$/.test(file))
    .flatMap((file) => JSON.parse(read(at(name, file))) as Dispatch[])
  const language = name.endsWith('en') ? 'en' : 'fr'
  for (const { text } of dispatches.slice(0, 10)) suggest(text, { language, known }) // warm
  const startedAt = performance.now()
  for (const { text } of dispatches) suggest(text, { language, known })
  const perDispatch = (performance.now() - startedAt) / dispatches.length
  console.log(`\n${name}: ${dispatches.length} dispatches, ${perDispatch.toFixed(1)} ms each (goal < 20)`)
  for (const file of files.filter((it) => /^labels.*\.json$/.test(it))) {
    const labels = JSON.parse(read(at(name, file))) as Labelled[]
    const textOf = new Map(dispatches.map(({ id, text }) => [id, text]))
    console.log(`  ${file}: ${labels.length} dispatches, a silver standard (labelled by model readers)`)
    for (const threshold of [0.3, 0.8]) {
      const { precision, recall, f1, speaker, counts, byRule } = attributionScores(labels, textOf, language, threshold)
      console.log(
        `  overlap ≥ ${threshold}: P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)} (goal ${threshold === 0.3 ? 0.85 : 0.78})  speaker ${percent(speaker)} (goal 0.85)  ${counts}`,
      )
      if (threshold === 0.3) keep('claim', name, byRule)
    }
  }
}

if (existsSync(at('gum-news'))) {
  const { precision, recall, f1, cues, gold, byRule } = englishCues(at('gum-news'))
  keep('claim', 'gum-news', byRule)
  console.log(
    `\ngum-news: cues P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)} (goal 0.80), ${cues} proposed, ${gold} in the gold`,
  )
} else skip('gum-news', at('gum-news'))

const places = at('geonames-ml', 'ML.txt')
if (existsSync(places)) {
  for (const [how, names] of [
    ['with the gazetteer', known],
    ['by sound alone, without it', NOTHING_KNOWN],
  ] as const) {
    // A near key is only ever proposed inside one dispatch: here, where any name meets any other, it does not count.
    const ruleOf = (a: string, b: string) => {
      const rule = comparedWith(names)(a, b)?.rule ?? null
      return rule === 'near_key' ? null : rule
    }
    const { recall, hard, random, pairs, byRule } = nameScores(read(places), ruleOf)
    // With the gazetteer, the names would be measured on the list they come from.
    if (names === NOTHING_KNOWN) keep('name', 'geonames-ml', byRule)
    console.log(
      `\nnames of places, ${how}: recall ${percent(recall)} (goal ≥ 0.5) over ${pairs} pairs; taken for one although different: ${percent(hard)} of the most alike (goal ≤ 0.02), ${percent(random)} of random pairs`,
    )
  }
} else skip('geonames-ml', places)

const aliases = at('org-aliases-fr', 'org_aliases_fr.tsv')
if (existsSync(aliases)) {
  const pairs = read(aliases)
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string])
  const rules = tally()
  const isOne = (a: string, b: string, are: boolean) => {
    const rule = comparedWith(NOTHING_KNOWN)(a, b)?.rule
    if (rule !== undefined) rules.count(rule, are ? 'right' : 'wrong')
    return rule !== undefined
  }
  const found = pairs.filter(([a, b]) => isOne(a, b, true)).length
  const names = [...new Set(pairs.flat())]
  let [others, wrong] = [0, 0]
  for (const [i, a] of names.entries())
    for (const b of names.slice(i + 1)) {
      if (pairs.some(([x, y]) => (x === a && y === b) || (x === b && y === a))) continue
      others++
      if (isOne(a, b, false)) wrong++
    }
  keep('name', 'org-aliases-fr', rules.byRule())
  console.log(
    `\nnames of organisations, without their text or a table: ${found} of ${pairs.length} pairs found, ${((wrong / others) * 100).toFixed(2)} % of ${others} cross pairs taken for one`,
  )
} else skip('org-aliases-fr', aliases)

if (existsSync(join(values.sample, 'reading.json'))) {
  const { found, missed, extra, contradicted, byRule, ms } = sampleScores(values.sample, known)
  keep('conflict', 'mali-2013', byRule)
  console.log(
    `\nthe sample: ${found.length} of ${found.length + missed.length} conflicts found (goal ≥ 14): ${found.join(' ')}\n  not found: ${missed.join(' ')}\n  false: ${extra.length} (goal ≤ 4) ${extra.join('; ')}\n  X27, only apparent, raised as a contradiction: ${contradicted ? 'yes' : 'no'}\n  ${ms.toFixed(1)} ms`,
  )
} else skip('the sample', values.sample)

const KIND_OF_PAIR_RULE: Record<string, string> = { other_number: 'conflict', same_words: 'match' }
for (const [set, path, same] of [
  ['daccord', at('daccord', 'daccord_dev.tsv'), 'compatibles'],
  ['rte3-fr', at('rte3-fr', 'RTE3-FR-dev-set-3class.tsv'), 'entailment'],
] as const) {
  if (!existsSync(path)) {
    skip(set, path)
    continue
  }
  const { pairs, byRule } = pairScores(
    read(path),
    (label) => label === same,
    (label) => label === 'contradiction',
  )
  for (const [rule, its] of byRule) keep(KIND_OF_PAIR_RULE[rule] ?? 'match', set, [[rule, its]])
  const found = byRule.map(([rule, { right, wrong }]) => `${rule} ${right} right, ${wrong} wrong`).join('; ')
  console.log(`\n${set}: ${pairs} pairs of sentences compared as claims of the archive: ${found || 'nothing proposed'}`)
}

if (values['per-rule']) {
  console.log('\nper rule (kind rule set right/wrong)')
  for (const { kind, rule, set, right, wrong } of perRule) console.log(`  ${kind} ${rule} ${set} ${right}/${wrong}`)
}

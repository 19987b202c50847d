import { comparePair, slotsOf } from '@/lib/domain/claim-pair'
import { NOTHING_TOLD } from '@/lib/domain/told'
import { tally } from './rule-tally'

/** Columns of a file with tabs between, quotes around what holds some and two quotes for one. */
const cells = (line: string) => line.split('\t').map((it) => it.replace(/^"(.*)"$/, '$1').replaceAll('""', '"'))

/**
 * Sentence pairs somebody labelled, compared as two claims of the archive are: another number is right where they contradict
 * one another, the same words where they do not contradict (`isSame`).
 */
export function pairScores(file: string, isSame: (label: string) => boolean, isContrary: (label: string) => boolean) {
  const [head = '', ...lines] = file.trim().split('\n')
  const at = (name: string) => head.trim().split('\t').indexOf(name)
  const [premise, hypothesis, label] = [at('premise'), at('hypothesis'), at('label_text')]
  const rules = tally()
  for (const line of lines) {
    const row = cells(line.trim())
    const slots = [premise, hypothesis].map((n, i) =>
      slotsOf({
        ...{ id: String(i), fr: row[n] ?? '', en: null, from: null, to: null, eventId: null, linkedPlaces: [] },
        told: NOTHING_TOLD,
      }),
    )
    const [a, b] = slots
    for (const found of a && b ? comparePair(a, b) : []) {
      const isRight = found.value.kind === 'conflict' ? isContrary(row[label] ?? '') : isSame(row[label] ?? '')
      rules.count(found.rule, isRight ? 'right' : 'wrong')
    }
  }
  return { pairs: lines.length, byRule: rules.byRule() }
}

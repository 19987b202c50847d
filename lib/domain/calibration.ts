import { LABELLED, type LabelledSet, PRIORS, startOf } from './suggest/rule-starts'
import { wilsonLower } from './wilson'

/** What people decided about the suggestions of one rule. */
export type RuleCounts = { kind: string; rule: string; accepted: number; edited: number; dismissed: number }
/** A rule with all that is known of how often it is right. */
export type RuleFigures = RuleCounts & {
  /** Right and wrong in the labelled sets, before the first decision here. */
  labelled: { right: number; wrong: number; sets: readonly LabelledSet[] }
  decided: number
  /** Share that was right, of everything known; null when nothing is. */
  precision: number | null
  /**
   * What the rule may be trusted with: the lower end of the 95 % interval, or what was stated of a rule that no set covers
   * and nobody decided about. Null when nothing is known.
   */
  confidence: number | null
  isStated: boolean
  isQuiet: boolean
}

/** Fewer decisions than this say too little to silence a rule. */
export const QUIET_AFTER = 20
/** A rule that may be trusted with less than this goes quiet once enough was decided. */
export const QUIET_BELOW = 0.5

/** All that is known of a rule. An edited suggestion was worth having: it counts as right. */
export function figuresOf(counts: RuleCounts): RuleFigures {
  const { right, wrong, sets, prior } = startOf(counts.kind, counts.rule)
  const decided = counts.accepted + counts.edited + counts.dismissed
  const all = right + wrong + decided
  const good = right + counts.accepted + counts.edited
  const confidence = all === 0 ? prior : wilsonLower(good, all)
  return {
    ...counts,
    labelled: { right, wrong, sets },
    decided,
    precision: all === 0 ? null : good / all,
    confidence,
    isStated: all === 0 && prior !== null,
    isQuiet: confidence !== null && decided >= QUIET_AFTER && confidence < QUIET_BELOW,
  }
}

/** Every rule that has figures or a stated start, decided about or not: by kind, the most trusted first. */
export function ruleFigures(counts: readonly RuleCounts[]): RuleFigures[] {
  const known = new Set(counts.map(({ kind, rule }) => `${kind} ${rule}`))
  const undecided = [...Object.keys(LABELLED), ...Object.keys(PRIORS)]
    .filter((key) => !known.has(key))
    .map((key) => {
      const [kind = '', rule = ''] = key.split(' ')
      return { kind, rule, accepted: 0, edited: 0, dismissed: 0 }
    })
  return [...counts, ...undecided]
    .map(figuresOf)
    .sort(
      (a, b) =>
        a.kind.localeCompare(b.kind) || (b.confidence ?? 0) - (a.confidence ?? 0) || a.rule.localeCompare(b.rule),
    )
}

/** Proposals with the confidence their rule has earned, without those of rules that went quiet. */
export function calibrated<P extends { rule: string; confidence: number; value: { kind: string } }>(
  proposals: readonly P[],
  counts: readonly RuleCounts[],
): P[] {
  const byRule = new Map(counts.map((it) => [`${it.kind} ${it.rule}`, figuresOf(it)]))
  return proposals.flatMap((it) => {
    const { kind } = it.value
    const nothing = { kind, rule: it.rule, accepted: 0, edited: 0, dismissed: 0 }
    const { isQuiet, confidence } = byRule.get(`${kind} ${it.rule}`) ?? figuresOf(nothing)
    return isQuiet ? [] : [{ ...it, confidence: confidence ?? it.confidence }]
  })
}

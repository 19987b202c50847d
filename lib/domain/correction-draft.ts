import type { CorrectionReason, ResolutionOutcome } from './vocabulary'

type Settled = {
  outcome: ResolutionOutcome
  position: string | null
  rationaleFr: string | null
  rationaleEn: string | null
}
/** What happened to a conflict that published verdicts stand on. */
export type ConflictNews = { titleFr: string; titleEn: string } & (
  | { reason: 'conflict_resolved'; settled: Settled }
  | { reason: 'conflict_reopened' }
)
export type CorrectionDraft = { reason: CorrectionReason; fr: string; en: string }

const NB = '\u202f'
const OUTCOMES: Record<ResolutionOutcome, (position: string) => { fr: string; en: string }> = {
  prefer_position: (it) => ({
    fr: `la position «${NB}${it}${NB}» est retenue`,
    en: `the position “${it}” is preferred`,
  }),
  both_hold: () => ({ fr: 'les positions tiennent ensemble', en: 'the positions hold together' }),
  unresolvable: () => ({
    fr: 'les pièces réunies ne permettent pas de trancher',
    en: 'the evidence gathered does not settle it',
  }),
  not_a_conflict: () => ({ fr: 'à mieux lire, les sources s’accordent', en: 'read more closely, the sources agree' }),
  same_entity: () => ({ fr: 'les deux noms désignent la même chose', en: 'the two names stand for the same thing' }),
}

/**
 * The note that a change of a conflict calls for on a verdict that stands on it, in both languages: from the conflict's
 * title and what changed, with the public reason where there is one. A draft: an editor rewrites it before it is published.
 */
export function correctionDraft(news: ConflictNews): CorrectionDraft {
  const fr = `Ce verdict repose sur un point disputé, «${NB}${news.titleFr}${NB}»`
  const en = `This verdict stands on a disputed point, “${news.titleEn}”`
  if (news.reason === 'conflict_reopened')
    return {
      reason: news.reason,
      fr: `${fr}, qui avait été tranché et qui est de nouveau ouvert.`,
      en: `${en}, which had been settled and is open again.`,
    }
  const { outcome, position, rationaleFr, rationaleEn } = news.settled
  const settled = OUTCOMES[outcome](position ?? '')
  return {
    reason: news.reason,
    fr: [`${fr}, tranché depuis sa publication${NB}: ${settled.fr}.`, rationaleFr].filter(Boolean).join(' '),
    en: [`${en}, settled since it was published: ${settled.en}.`, rationaleEn].filter(Boolean).join(' '),
  }
}

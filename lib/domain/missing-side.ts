import { originOf } from './chain'
import type { FieldFault } from './fault'
import type { OccurrenceView } from './record'

export const REQUEST_STATES = ['to_ask', 'asked', 'answered', 'declined', 'no_answer'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** A side that was or should be asked. Days are YYYY-MM-DD. */
export type CommentRequestView = {
  id: string
  version: number
  party: string
  state: RequestState
  via: string | null
  question: string | null
  askedAt: string | null
  dueAt: string | null
  answer: string | null
  answeredAt: string | null
  claim: { id: string; ref: string; slug: string; statementFr: string | null; statementEn: string | null }
}

const NEXT: Record<RequestState, readonly RequestState[]> = {
  to_ask: ['asked'],
  asked: ['answered', 'declined', 'no_answer'],
  no_answer: ['asked', 'answered', 'declined'],
  declined: ['asked', 'answered'],
  answered: [],
}
/** Where a request may go from here; it may always stay where it is while its details change. */
export const nextStates = (from: RequestState): readonly RequestState[] => [from, ...NEXT[from]]

type Details = Pick<CommentRequestView, 'state' | 'askedAt' | 'dueAt' | 'answer' | 'answeredAt'>
/** What a state needs to be true: nobody was asked without a day, nobody answered without an answer. */
export function requestFaults(from: RequestState, it: Details): FieldFault[] {
  const faults: FieldFault[] = []
  if (!nextStates(from).includes(it.state))
    faults.push({ field: 'state', reason: 'wrong_state', values: { state: from } })
  if (it.state !== 'to_ask' && it.askedAt === null) faults.push({ field: 'askedAt', reason: 'required' })
  if (it.state === 'answered' && it.answer === null) faults.push({ field: 'answer', reason: 'required' })
  if (it.state === 'answered' && it.answeredAt === null) faults.push({ field: 'answeredAt', reason: 'required' })
  const isBefore = (day: string | null): boolean => day !== null && it.askedAt !== null && day < it.askedAt
  if (isBefore(it.dueAt)) faults.push({ field: 'dueAt', reason: 'not_a_choice' })
  if (isBefore(it.answeredAt)) faults.push({ field: 'answeredAt', reason: 'not_a_choice' })
  return faults
}

/** Asked, not answered, and the day is past. */
export const isOverdue = ({ state, dueAt }: Pick<CommentRequestView, 'state' | 'dueAt'>, today: string): boolean =>
  state === 'asked' && dueAt !== null && dueAt < today

/** Somebody a text speaks about and never quotes, with the passages that do. */
export type MissingSide = { party: string; passages: readonly OccurrenceView[] }

const ARTICLE = /^(?:l['’]|(?:le|la|les|un|une|des|du|de|the|a|an)\s+)/
const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .replace(/[«»“”"()]/g, '')
    .trim()
    .replace(ARTICLE, '')
    .trim()

/**
 * Proposed from the text, decided by a person: actors of its claims that never speak in it, neither by that name nor as the
 * group somebody speaks for. An article or an accent makes no other party; a longer name that holds the shorter one does not
 * either, because "un responsable d'Ansar Dine" speaks for Ansar Dine.
 */
export function missingSidesOf(occurrences: readonly OccurrenceView[]): MissingSide[] {
  const voices = occurrences.flatMap(({ chain }) => {
    const hop = originOf(chain)
    if (!hop || hop.role === 'unattributed' || hop.role === 'outlet' || hop.role === 'agency') return []
    return [hop.sourceName, hop.affiliation, hop.roleWords].flatMap((it) => (it ? [folded(it)] : []))
  })
  const isHeard = (party: string): boolean =>
    voices.some((voice) => voice === party || ` ${voice.replace(/[’']/g, ' ')} `.includes(` ${party} `))
  const sides = new Map<string, { party: string; passages: OccurrenceView[] }>()
  for (const occurrence of occurrences)
    for (const actor of occurrence.actors) {
      const key = folded(actor)
      if (key === '' || isHeard(key)) continue
      const side = sides.get(key) ?? { party: actor, passages: [] }
      sides.set(key, side)
      if (!side.passages.includes(occurrence)) side.passages.push(occurrence)
    }
  return [...sides.values()].sort((a, b) => b.passages.length - a.passages.length)
}

/** Whether a side is in the ledger already, whatever article it was written with. */
export const isRecorded = (party: string, recorded: readonly string[]): boolean =>
  recorded.some((it) => folded(it) === folded(party))

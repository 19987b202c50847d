import type { FaultCode } from '@/lib/domain/fault'
import type { Language } from '@/lib/domain/vocabulary'
import { problemsEn } from './problems.en'
import { problemsFr } from './problems.fr'

/** Every kind of refusal of the API: those of the services, those of HTTP, and ours. */
export type ProblemCode =
  | FaultCode
  | 'http_400'
  | 'http_404'
  | 'http_405'
  | 'http_411'
  | 'http_413'
  | 'http_415'
  | 'insufficient_scope'
  | 'precondition_required'
  | 'precondition_failed'
  | 'idempotency_reused'
  | 'idempotency_in_flight'
  | 'quota_exceeded'
  | 'unavailable'
  | 'unexpected'
export type Problems = Record<ProblemCode, { title: string; meaning: string }>

export const PROBLEM_CODES = Object.keys(problemsEn) as ProblemCode[]
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemsEn, code)

/** What a kind of refusal is called, and what to do about it; the same for every occurrence. */
export const problemText = (language: Language, code: ProblemCode) =>
  (language === 'fr' ? problemsFr : problemsEn)[code]

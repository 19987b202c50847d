import type { Collision, FaultCode, FieldFault } from '@/lib/domain/fault'
import type { FormValue } from './form-values'

/** What an action answers: plain data, safe to hand to the browser. `unexpected` is a bug, `unavailable` is worth another try. */
export type ActionResult<T> = { ok: true; value: T } | ActionFailure
export type ActionFailure = {
  ok: false
  code: FaultCode | 'unexpected' | 'unavailable'
  fields: readonly FieldFault[]
  collision: Collision | null
  requestId: string
}

/** What `useActionState` holds: the answer, and what was typed, so that a refused form loses nothing. */
export type FormState<T> = { result: ActionResult<T> | null; typed: Record<string, FormValue> }
export const emptyFormState: FormState<never> = { result: null, typed: {} }

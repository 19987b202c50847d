import 'server-only'
import type { FaultCode } from '@/lib/domain/fault'

/** The status of each expected failure. `satisfies` makes a forgotten code a compile error, not a 500 in production. */
export const httpStatus = {
  not_found: 404,
  forbidden: 403,
  not_signed_in: 401,
  stale: 409,
  invalid: 422,
  quote_missing: 422,
  too_many: 429,
  conflicting: 409,
} as const satisfies Record<FaultCode, number>

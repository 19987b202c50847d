import 'server-only'
import { CLAIM_OPERATIONS } from './claim-operations'
import { CONFLICT_OPERATIONS } from './conflict-operations'
import { DESK_OPERATIONS } from './desk-operations'
import { IMPORT_OPERATIONS } from './import-operations'
import { LOOK_OPERATIONS } from './look-operations'
import type { Operation } from './operation'
import { READ_OPERATIONS } from './read-operations'
import { REVIEW_OPERATIONS } from './review-operations'
import { SOURCE_OPERATIONS } from './source-operations'
import { VERDICT_OPERATIONS } from './verdict-operations'
import { WEBHOOK_OPERATIONS } from './webhook-operations'

/** Every operation of the API: the routing, the description and the guide are made of this list. */
export const OPERATIONS: readonly Operation[] = [
  ...READ_OPERATIONS,
  ...SOURCE_OPERATIONS,
  ...CLAIM_OPERATIONS,
  ...CONFLICT_OPERATIONS,
  ...VERDICT_OPERATIONS,
  ...DESK_OPERATIONS,
  ...REVIEW_OPERATIONS,
  ...IMPORT_OPERATIONS,
  ...LOOK_OPERATIONS,
  ...WEBHOOK_OPERATIONS,
]

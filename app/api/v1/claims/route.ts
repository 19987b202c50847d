import { AddClaim } from '@/lib/domain/claim-input'
import { addClaim } from '@/lib/services/add-claim'
import { making } from '@/lib/web/route'

/** Takes a claim from a passage. */
export const POST = making(AddClaim, addClaim, ({ slug }) => `/fr/desk/claims/${slug}`)

import { AddClaim } from '@/lib/domain/claim-input'
import { addClaim } from '@/lib/services/add-claim'
import { verb } from '@/lib/web/route'

/** Takes a claim from a passage. */
export const POST = verb({ body: AddClaim, run: addClaim, status: 201, place: ({ slug }) => `/fr/desk/claims/${slug}` })

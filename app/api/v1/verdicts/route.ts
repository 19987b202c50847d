import { DraftVerdict, draftVerdict } from '@/lib/services/draft-verdict'
import { verb } from '@/lib/web/route'

/** Starts the verdict on a claim. */
export const POST = verb({ body: DraftVerdict, run: draftVerdict, status: 201, place: () => '/fr/desk/verdicts' })

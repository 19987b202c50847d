import { DraftVerdict, draftVerdict } from '@/lib/services/draft-verdict'
import { making } from '@/lib/web/route'

/** Starts the verdict on a claim. */
export const POST = making(DraftVerdict, draftVerdict, () => '/fr/desk/verdicts')

import { answerApi } from '@/lib/web/api/answer'

export const dynamic = 'force-dynamic'

/** Every address below /api that has no handler of its own: the operations of the API, and the refusal of all others. */
export const GET = answerApi
export const HEAD = answerApi
export const POST = answerApi
export const PUT = answerApi
export const PATCH = answerApi
export const DELETE = answerApi
export const OPTIONS = answerApi

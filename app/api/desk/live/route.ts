import { answerLive } from '@/lib/web/live-answer'

export const dynamic = 'force-dynamic'

/** What changes on the desk while a page is open. Only for whoever is signed in. */
export const GET = answerLive

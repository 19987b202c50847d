import { cache } from 'react'
import { loadQueues } from '@/lib/services/load-queues'
import { deskOfRequest } from '@/lib/web/desk'

/** Queues and kept filters, counted once for the rail and the page of one request. */
export const queuesOfRequest = cache(async () => loadQueues(await deskOfRequest()))

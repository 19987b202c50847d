import { RailLinks } from '@/app/_ui/queue-links'
import type { Language } from '@/lib/domain/vocabulary'
import { queuesOfRequest } from './queues-of-request'

/** What waits, in the rail of every page of the desk. */
export async function RailQueues({ lang }: { lang: Language }) {
  return <RailLinks lang={lang} {...(await queuesOfRequest())} />
}

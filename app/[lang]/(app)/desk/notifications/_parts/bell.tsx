import { LiveBell } from '@/app/_ui/live-bell.client'
import type { Language } from '@/lib/domain/vocabulary'
import { loadUnread } from '@/lib/services/load-notifications'
import { deskOfRequest } from '@/lib/web/desk'

/** How much is new for me, on every page of the desk. */
export async function Bell({ lang }: { lang: Language }) {
  const unread = await loadUnread(await deskOfRequest())
  return <LiveBell lang={lang} href={`/${lang}/desk/notifications`} unread={unread} />
}

import { BellCount } from '@/app/_ui/live-bell.client'
import type { Language } from '@/lib/domain/vocabulary'
import { loadUnread } from '@/lib/services/load-notifications'
import { deskOfRequest } from '@/lib/web/desk'

/** How much is new for me, on every page of the desk. */
export async function Bell({ lang }: { lang: Language }) {
  const unread = await loadUnread(await deskOfRequest())
  return (
    <a className="bell" href={`/${lang}/desk/notifications`}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path
          d="M6 10a6 6 0 0 1 12 0c0 5 2 6.5 2 6.5H4S6 15 6 10zM10 20h4"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        />
      </svg>
      <BellCount lang={lang} unread={unread} />
    </a>
  )
}

'use client'
import { useEffect, useState } from 'react'
import type { Language } from '@/lib/domain/vocabulary'
import { deskTogetherWords } from '@/lib/i18n/desk-together'
import { hearLive } from './live-connection'

/** How much is unread, as it was when the page was made and as it becomes. */
export function BellCount({ lang, unread }: { lang: Language; unread: number }) {
  const t = deskTogetherWords(lang).notifications
  const [now, setNow] = useState(unread)
  useEffect(() => setNow(unread), [unread])
  useEffect(
    () =>
      hearLive((event) => {
        if (event.kind === 'unread') setNow(event.unread)
      }),
    [],
  )
  return (
    <>
      <span className="vh" role="status">
        {t.bell(now)}
      </span>
      {now > 0 && (
        <span className="bell-count" aria-hidden="true">
          {now > 99 ? '99+' : now}
        </span>
      )}
    </>
  )
}

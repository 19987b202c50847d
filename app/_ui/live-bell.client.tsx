'use client'
import { useEffect, useState } from 'react'
import type { Language } from '@/lib/domain/vocabulary'
import { deskTogetherWords } from '@/lib/i18n/desk-together'
import { hearLive } from './live-connection'

type Props = { lang: Language; href: string; unread: number }

/** The way to what is new, with how much is unread, as it was when the page was made and as it becomes. */
export function LiveBell({ lang, href, unread }: Props) {
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
      <a className="bell" href={href}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path
            d="M6 10a6 6 0 0 1 12 0c0 5 2 6.5 2 6.5H4S6 15 6 10zM10 20h4"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
          />
        </svg>
        <span className="vh">{t.bell(now)}</span>
        {now > 0 && (
          <span className="bell-count" aria-hidden="true">
            {now > 99 ? '99+' : now}
          </span>
        )}
      </a>
      {/* Beside the link: inside, a live region would take the link's name away. It speaks of changes only. */}
      <span className="vh" role="status">
        {now !== unread && t.bell(now)}
      </span>
    </>
  )
}

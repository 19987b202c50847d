'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { Present } from '@/lib/domain/live'
import type { Language } from '@/lib/domain/vocabulary'
import { deskTogetherWords } from '@/lib/i18n/desk-together'
import { hearLive, type LiveNews, liveAt } from './live-connection'

type Props = {
  lang: Language
  place: string
  me: string
  /** The rows this page shows, each with the version it shows; 0 when any version is news. */
  watch: Readonly<Record<string, number>>
}

/** One's own change arrives as news too; the page has its new version a moment later. */
const SETTLE_MS = 2_500
/** Where nobody's name is told, what was just sent from here is taken for one's own. */
const OWN_MS = 8_000
const SHOWN = 4

/**
 * Who else has this page open, and what others changed meanwhile. It never touches what is being typed: new content comes
 * when it is asked for, and in another tab while something is being typed here.
 */
export function Live({ lang, place, me, watch }: Props) {
  const t = deskTogetherWords(lang).live
  const router = useRouter()
  const [people, setPeople] = useState<readonly Present[]>([])
  const [news, setNews] = useState<readonly LiveNews[]>([])
  const [isMany, setMany] = useState(false)
  const [hasTyped, setTyped] = useState(false)
  const sentAt = useRef(0)
  const shown = useRef(watch)
  shown.current = watch

  useEffect(() => {
    liveAt(place)
    const waiting = new Set<ReturnType<typeof setTimeout>>()
    const isOurs = (it: LiveNews) =>
      it.a !== me &&
      !(it.a === undefined && it.t < sentAt.current + OWN_MS && it.t > sentAt.current - OWN_MS) &&
      [it.i, it.on, it.d].some((id) => id !== undefined && Object.hasOwn(shown.current, id)) &&
      !(it.i in shown.current && it.n <= (shown.current[it.i] ?? 0))
    const leave = hearLive((event) => {
      if (event.kind === 'present') setPeople(event.people)
      if (event.kind !== 'news') return
      const later = setTimeout(() => {
        waiting.delete(later)
        if (event.many) setMany(true)
        const ours = event.items.filter(isOurs)
        if (ours.length > 0)
          setNews((before) => [
            ...before.filter((old) => !ours.some((it) => it.e === old.e && it.i === old.i)),
            ...ours,
          ])
      }, SETTLE_MS)
      waiting.add(later)
    })
    return () => {
      leave()
      for (const later of waiting) clearTimeout(later)
      liveAt(null)
    }
  }, [place, me])

  // What the page shows by now is no news any more.
  useEffect(() => {
    setNews((before) => before.filter((it) => !(it.i in watch && it.n <= (watch[it.i] ?? 0))))
  }, [watch])

  useEffect(() => {
    const typed = (event: Event) => {
      if (event.target instanceof HTMLElement && event.target.closest('form')) setTyped(true)
    }
    const sent = () => {
      sentAt.current = Date.now()
      setTyped(false)
    }
    document.addEventListener('input', typed)
    document.addEventListener('submit', sent)
    return () => {
      document.removeEventListener('input', typed)
      document.removeEventListener('submit', sent)
    }
  }, [])

  const show = () => {
    setNews([])
    setMany(false)
    router.refresh()
  }
  const clock = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' })
  const isQuiet = news.length === 0 && !isMany
  return (
    <aside className="live" aria-label={t.label}>
      <p className="live-people" role="status">
        {people.length > 0 && t.present(people.map(({ name }) => name))}
      </p>
      <div role="status" className={isQuiet ? undefined : 'live-news'}>
        {!isQuiet && (
          <ul>
            {isMany && <li>{t.many}</li>}
            {news.slice(-SHOWN).map((it) => (
              <li key={`${it.e} ${it.i}`}>
                {t.happened(t.what(it.e, it.n), it.who)} <span className="dim">{clock.format(it.t)}</span>
              </li>
            ))}
          </ul>
        )}
        {!isQuiet &&
          (hasTyped ? (
            <a className="b" href="?" target="_blank" rel="noopener">
              {t.showApart}
            </a>
          ) : (
            <button type="button" className="b" onClick={show}>
              {t.show}
            </button>
          ))}
      </div>
    </aside>
  )
}

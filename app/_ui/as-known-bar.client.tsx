'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import { momentOf } from '@/lib/domain/moment'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMemoryWords } from '@/lib/i18n/desk-memory'
import { moment } from '@/lib/i18n/format'

/** Pages that can be read as of a moment: not the forms, nor what belongs to people and accounts. */
const READ =
  /\/desk(?:\/(?:dispatches|claims|conflicts|verdicts|sources|events|history)(?:\/(?!new$|publish-reading$).*)?)?$/
/** What belongs to the last action, not to the page. */
const PASSING = ['at', 'done', 'undo']

/**
 * On every page of the desk: the way to a moment of the past and, there, which moment it is and the way back. A plain form;
 * with script, links to other pages of the desk keep the moment.
 */
export function AsKnownBar({ lang }: { lang: Language }) {
  const t = deskMemoryWords(lang).asKnown
  const here = usePathname()
  const search = useSearchParams()
  const asked = search.get('at')
  const at = momentOf(asked)
  const desk = `/${lang}/desk`

  useEffect(() => {
    if (!at) return
    const keep = (event: Event) => {
      const link = (event.target as HTMLElement).closest?.('a')
      if (!link || link.hasAttribute('data-now')) return
      const to = new URL(link.href)
      const isDesk = to.origin === location.origin && to.pathname.startsWith(desk) && READ.test(to.pathname)
      if (!isDesk || to.searchParams.has('at')) return
      to.searchParams.set('at', at)
      link.href = to.href
    }
    document.addEventListener('click', keep, true)
    document.addEventListener('auxclick', keep, true)
    return () => {
      document.removeEventListener('click', keep, true)
      document.removeEventListener('auxclick', keep, true)
    }
  }, [at, desk])

  if (!READ.test(here)) return null
  const kept = [...search].filter(([name]) => !PASSING.includes(name))
  const now = kept.length > 0 ? `${here}?${new URLSearchParams(kept)}` : here
  const form = (
    <form className="as-known-form">
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="as-known-at">{t.moment}</label>
      <input
        key={at}
        id="as-known-at"
        name="at"
        type="datetime-local"
        required
        defaultValue={at?.slice(0, 16) ?? undefined}
      />
      <button type="submit" className="b">
        {t.go}
      </button>
    </form>
  )
  if (asked === null)
    return (
      <details className="as-known">
        <summary>{t.choose}</summary>
        {form}
      </details>
    )
  return (
    <section className="as-known past" aria-label={t.choose}>
      <p>
        <strong>{at ? t.past(moment(lang, at)) : t.unreadable}</strong> {at && t.only}
      </p>
      {/* A plain link: a whole new page, so that everything on it is of now. */}
      <a className="b go" href={now} data-now="">
        {t.now}
      </a>
      <details>
        <summary>{t.other}</summary>
        {form}
      </details>
    </section>
  )
}

'use client'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Language } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { deskReportsWords } from '@/lib/i18n/desk-reports'
import { number } from '@/lib/i18n/format'
import { ROOMS } from './rooms'

type Props = { lang: Language; isAdmin: boolean; waitingReports: number; children?: ReactNode }

/** The places of the desk, the current one marked, then what the page adds. Plain links: they work before and without JavaScript. */
export function DeskRail({ lang, isAdmin, waitingReports, children }: Props) {
  const here = usePathname()
  /** Whoever looks at a moment of the past goes on looking at it. */
  const at = useSearchParams().get('at')
  const rail = useRef<HTMLElement>(null)
  // On a phone the places are one line that scrolls: the one we are at must be seen.
  useEffect(() => {
    const current = rail.current?.querySelector<HTMLElement>('[aria-current]')
    if (rail.current && current && here) rail.current.scrollLeft = current.offsetLeft - rail.current.offsetLeft - 48
  }, [here])
  return (
    <nav ref={rail} className="rail" aria-label={deskWords(lang).nav.label}>
      {ROOMS.filter(({ isForAdmin }) => isAdmin || !isForAdmin).map(({ path, name }) => {
        const href = `/${lang}/desk${path}`
        const isHere = path === '' ? here === href : here.startsWith(href)
        return (
          <Link
            key={path}
            href={at && path !== '/people' ? `${href}?at=${encodeURIComponent(at)}` : href}
            prefetch={false}
            aria-current={isHere ? 'page' : undefined}
          >
            {name(lang)}
            {path === '/reports' && waitingReports > 0 && <Waiting lang={lang} n={waitingReports} />}
          </Link>
        )
      })}
      {children}
    </nav>
  )
}

const Waiting = ({ lang, n }: { lang: Language; n: number }) => (
  <span className="ct num">
    {' '}
    <span aria-hidden="true">{number(lang, n)}</span>
    <span className="vh">({deskReportsWords(lang).waiting(n)})</span>
  </span>
)

/** The same page in the other language. */
export function OtherLanguage({ lang }: { lang: Language }) {
  const here = usePathname()
  const other = lang === 'fr' ? 'en' : 'fr'
  return (
    <a className="lang" lang={other} hrefLang={other} href={here.replace(/^\/(fr|en)/, `/${other}`)}>
      {deskWords(lang).nav.other}
    </a>
  )
}

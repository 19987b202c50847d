'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { deskMissingSidesWords } from '@/lib/i18n/desk-missing-sides'
import { deskTourWords } from '@/lib/i18n/desk-tour'

type Props = { lang: Language; isAdmin: boolean; children?: ReactNode }

/** The places of the desk, the current one marked, then what the page adds. Plain links: they work before and without JavaScript. */
export function DeskRail({ lang, isAdmin, children }: Props) {
  const here = usePathname()
  const { nav } = deskWords(lang)
  const places = [
    ['', nav.home],
    ['/dispatches', nav.dispatches],
    ['/claims', nav.claims],
    ['/conflicts', nav.conflicts],
    ['/verdicts', nav.verdicts],
    ['/sources', nav.sources],
    ['/events', nav.events],
    ['/missing-sides', deskMissingSidesWords(lang).title],
    ...(isAdmin
      ? [
          ['/people', nav.people],
          ['/settings/sample', deskTourWords(lang).sample.title],
        ]
      : []),
  ] as const
  return (
    <nav className="rail" aria-label={nav.label}>
      {places.map(([path, name]) => {
        const href = `/${lang}/desk${path}`
        const isHere = path === '' ? here === href : here.startsWith(href)
        return (
          <Link key={path} href={href} prefetch={false} aria-current={isHere ? 'page' : undefined}>
            {name}
          </Link>
        )
      })}
      {children}
    </nav>
  )
}

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

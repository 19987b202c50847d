import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/vocabulary'
import { authWords } from '@/lib/i18n/auth'

type Props = { lang: Language; otherLanguage?: string; children: ReactNode }

/** The frame of the few pages before the desk: sign-in, an invitation, nothing at this address. */
export function Door({ lang, otherLanguage, children }: Props) {
  const { app } = authWords(lang)
  const other = lang === 'fr' ? 'en' : 'fr'
  return (
    <>
      <a className="skip" href="#main">
        {app.skip}
      </a>
      <header className="mast">
        <div className="wrap">
          <a className="logo" href={`/${lang}`} aria-label={app.home}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M3 18.5L21 5.5" fill="none" stroke="currentColor" strokeWidth="3.2" />
              <path d="M3 5.5l7 5M14 13.4l7 5.1" fill="none" stroke="var(--ink)" strokeWidth="3.2" />
            </svg>
            Recoupe
          </a>
          {otherLanguage && (
            <nav>
              <a className="lang" href={otherLanguage} lang={other} hrefLang={other}>
                {app.otherLanguage}
              </a>
            </nav>
          )}
        </div>
      </header>
      <main id="main" className="wrap page">
        <div className="prose stack">{children}</div>
      </main>
    </>
  )
}

import type { ReactNode } from 'react'
import { AsKnownBar } from '@/app/_ui/as-known-bar.client'
import { DeskKeys } from '@/app/_ui/desk-keys.client'
import { DeskRail, OtherLanguage } from '@/app/_ui/desk-rail.client'
import { DraftsProvider } from '@/app/_ui/drafts.client'
import { KeysProvider } from '@/app/_ui/keys.client'
import { UndoToast } from '@/app/_ui/undo-toast.client'
import { Drawings } from '@/app/_ui/verdict-drawings'
import { authWords } from '@/lib/i18n/auth'
import { deskWords } from '@/lib/i18n/desk'
import { loadWaitingReports } from '@/lib/services/load-desk-reports'
import { deskOfRequest } from '@/lib/web/desk'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { offeredUndo } from '@/lib/web/undo-offer'
import { SignOutButton } from '../sign-in/_parts/sign-out-button'
import { dropDraftAction, loadDraftAction, saveDraftAction } from './_drafts/actions'
import { RailQueues } from './_parts/rail-queues'
import { Tour } from './_parts/tour'
import { Bell } from './notifications/_parts/bell'
import { undoAction } from './undo-action'

type Props = { children: ReactNode; params: Promise<{ lang: string }> }

/** The frame of the desk. Whoever is not signed in is led to the sign-in page before the first byte. */
export default async function DeskLayout({ children, params }: Props) {
  const lang = await languageOfParams(params)
  const session = await requireSession(lang)
  const t = deskWords(lang)
  return (
    <KeysProvider singleKeys={session.singleKeys}>
      <link rel="stylesheet" href="/assets/desk-reading.css" precedence="reading" />
      <link rel="stylesheet" href="/assets/desk-memory.css" precedence="memory" />
      <link rel="stylesheet" href="/assets/desk-together.css" precedence="together" />
      <link rel="stylesheet" href="/assets/desk-queues.css" precedence="memory" />
      <link rel="stylesheet" href="/assets/desk-review.css" precedence="review" />
      <link rel="stylesheet" href="/assets/desk-verdicts.css" precedence="review" />
      <Drawings />
      <a className="skip" href="#main">
        {authWords(lang).app.skip}
      </a>
      <div className="desk">
        <header className="bar">
          <a className="logo" href={`/${lang}/desk`}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M3 18.5L21 5.5" fill="none" stroke="currentColor" strokeWidth="3.2" />
              <path d="M3 5.5l7 5M14 13.4l7 5.1" fill="none" stroke="var(--ink)" strokeWidth="3.2" />
            </svg>
            Recoupe
          </a>
          <DeskKeys lang={lang} isAdmin={session.role === 'admin'} />
          <span className="push" />
          <Bell lang={lang} />
          <a href={`/${lang}`}>{t.nav.site}</a>
          <a href={`/${lang}/desk/account`}>
            <bdi>{session.name}</bdi> <span className="vh">({t.nav.account})</span>
          </a>
          <OtherLanguage lang={lang} />
          <SignOutButton lang={lang} />
          <AsKnownBar lang={lang} />
        </header>
        <DeskRail
          lang={lang}
          isAdmin={session.role === 'admin'}
          waitingReports={await loadWaitingReports(await deskOfRequest())}
        >
          <RailQueues lang={lang} />
        </DeskRail>
        <DraftsProvider actions={{ save: saveDraftAction, load: loadDraftAction, drop: dropDraftAction }}>
          {children}
        </DraftsProvider>
        <UndoToast lang={lang} offered={await offeredUndo()} action={undoAction} />
      </div>
      <Tour lang={lang} />
    </KeysProvider>
  )
}

import type { FaultCode } from '@/lib/domain/fault'
import type { Role } from '@/lib/domain/permission'
import type { Language } from '@/lib/domain/vocabulary'
import { authEn } from './auth.en'
import { authFr } from './auth.fr'
import { faultTitle } from './faults'

/** The sentences of signing in, of people and of one's own account. The same keys in both languages, or it does not compile. */
export type AuthWords = {
  role: Record<Role, string>
  roleHelp: Record<Role, string>
  app: {
    skip: string
    home: string
    otherLanguage: string
    notFoundTitle: string
    notFound: string
    errorTitle: string
    error: string
    tryAgain: string
    toDesk: string
    unexpected: (id: string) => string
    unavailable: string
    summary: (count: number) => string
    saved: string
    sending: string
  }
  signIn: {
    title: string
    lead: string
    email: string
    password: string
    show: string
    submit: string
    forgotten: string
    mustSignIn: string
    signOut: string
    tooMany: string
  }
  invitation: {
    joinTitle: string
    joinLead: (role: string) => string
    firstTitle: string
    firstLead: string
    resetTitle: string
    resetLead: (name: string) => string
    name: string
    nameHelp: string
    email: string
    emailHelp: string
    password: string
    passwordHelp: string
    submitJoin: string
    submitReset: string
    deadTitle: string
    dead: string
  }
  people: {
    title: string
    invite: string
    inviteLead: string
    email: string
    role: string
    sourceKeeper: string
    sourceKeeperHelp: string
    makeLink: string
    linkReady: string
    linkExpires: (when: string) => string
    linkOnce: string
    copy: string
    copied: string
    everyone: string
    name: string
    lastSeen: string
    never: string
    state: string
    active: string
    disabled: string
    sessions: (count: number) => string
    manage: string
    manageNamed: (name: string) => string
    save: string
    disable: string
    enable: string
    disableHelp: string
    signOutEverywhere: string
    resetLink: string
    pending: string
    pendingNone: string
    expires: string
    withdraw: string
    firstAdmin: string
    reset: string
    join: string
    settings: string
    newsroom: string
    newsroomHelp: string
    fourEyes: string
    fourEyesHelp: string
    fourEyesOn: string
    fourEyesOff: string
  }
  account: {
    title: string
    sessions: string
    sessionsLead: string
    thisOne: string
    unknownAgent: string
    opened: string
    lastSeen: string
    end: string
    endNamed: (agent: string) => string
    password: string
    passwordLead: string
    current: string
    next: string
    change: string
    preferences: string
    language: string
    theme: string
    themeSystem: string
    themeLight: string
    themeDark: string
    singleKeys: string
    singleKeysHelp: string
    save: string
  }
}

export const authWords = (language: Language): AuthWords => (language === 'fr' ? authFr : authEn)

/** The sentence that opens any failure of an action, bugs included; a bug gives its number. */
export function failureSentence(
  language: Language,
  code: FaultCode | 'unexpected' | 'unavailable',
  requestId: string,
): string {
  const { app } = authWords(language)
  if (code === 'unexpected') return app.unexpected(requestId)
  return code === 'unavailable' ? app.unavailable : faultTitle(language, code)
}

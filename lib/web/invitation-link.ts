import 'server-only'
import { env } from '@/lib/env'

/** What is shown once to whoever asked for a link. */
export type LinkOnce = { link: string; expiresAt: string }

/** The address of a one-time link, under the site's own name: the Host header of a request never decides where it leads. */
export const invitationLink = (
  lang: 'fr' | 'en',
  { token, expiresAt }: { token: string; expiresAt: Date },
): LinkOnce => ({
  link: `${env().RECOUPE_URL.replace(/\/+$/, '')}/${lang}/invitation/${token}`,
  expiresAt: expiresAt.toISOString(),
})

/**
 * The first administrator, for the starter: prints one line of JSON.
 *   node --import ./bin/typescript.mjs bin/first-admin.ts
 * {"kind":"exists"} | {"kind":"created","email":…} | {"kind":"link","token":…,"path":"/fr/invitation/…","expiresAt":…}
 * RECOUPE_ADMIN_EMAIL and RECOUPE_ADMIN_PASSWORD make the account at once; the e-mail alone names the link's holder.
 */
import { closeDb } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import { faultSentence } from '@/lib/i18n/faults'
import { firstAdmin } from '@/lib/services/first-admin'
import { passwords } from '@/lib/web/password'
import { scriptDesk } from '@/lib/web/script-desk'

/** Bad input from the operator, as for the other commands. */
const EXIT_USAGE = 2
const lang = /^fr/i.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'fr' : 'en'
const VARIABLE: Record<string, string> = { email: 'RECOUPE_ADMIN_EMAIL', password: 'RECOUPE_ADMIN_PASSWORD' }

try {
  const answer = await firstAdmin(
    await scriptDesk(null),
    {
      email: process.env.RECOUPE_ADMIN_EMAIL || undefined,
      password: process.env.RECOUPE_ADMIN_PASSWORD || undefined,
      locale: lang,
    },
    passwords,
  )
  console.log(
    JSON.stringify(answer.kind === 'link' ? { ...answer, path: `/${lang}/invitation/${answer.token}` } : answer),
  )
} catch (error) {
  if (!(error instanceof Fault)) throw error
  for (const field of error.fields)
    console.error(`${VARIABLE[field.field] ?? field.field}: ${faultSentence(lang, field)}`)
  process.exitCode = EXIT_USAGE
} finally {
  await closeDb()
}

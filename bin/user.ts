/**
 * People, from the terminal of whoever runs the server: `recoupe user add|reset|disable|enable EMAIL`.
 * No password is ever typed or printed here: a one-time link is.
 */
import { parseArgs } from 'node:util'
import { closeDb, deskDb } from '@/lib/data/db'
import { credentialsByEmail } from '@/lib/data/users'
import { Fault } from '@/lib/domain/fault'
import { asId, type UserId } from '@/lib/domain/ids'
import { readInput } from '@/lib/domain/input'
import type { Actor } from '@/lib/domain/permission'
import { email as emailSchema } from '@/lib/domain/person'
import { faultSentence, faultTitle } from '@/lib/i18n/faults'
import { disablePerson } from '@/lib/services/disable-person'
import { InvitePerson, invitePerson } from '@/lib/services/invite-person'
import { ResetPassword, resetPassword } from '@/lib/services/reset-password'
import { invitationLink } from '@/lib/web/invitation-link'
import { scriptDesk } from '@/lib/web/script-desk'

const USAGE = `Usage: recoupe user COMMAND EMAIL [options]

  add EMAIL --role ROLE   a link by which this person joins (reader, reviewer, editor or admin; reviewer if not said)
  reset EMAIL             a link by which this person chooses a new password; good for 30 minutes
  disable EMAIL           closes the account; its sessions end at once, nothing it wrote is lost
  enable EMAIL            opens it again

Options
  --role ROLE   the role of whoever joins
  --lang LANG   language of the page the link leads to, fr or en
  --json        one line of JSON instead of sentences
  --help        this page

Examples
  recoupe user add awa@example.org --role editor
  recoupe user reset awa@example.org --json

Exit codes: 0 done, 1 could not be done, 2 wrong command or value`

const EXIT_FAILED = 1
const EXIT_USAGE = 2
/** Whoever can read the database's address may do this; the log says it was done at the terminal. */
const operator: Actor = { id: asId<UserId>('operator'), role: 'admin', isSourceKeeper: false }

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      role: { type: 'string', default: 'reviewer' },
      name: { type: 'string' }, // accepted and not used: people write their own name when they join
      lang: { type: 'string', default: /^fr/i.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'fr' : 'en' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const [command, email] = positionals
  const lang = values.lang === 'fr' ? 'fr' : 'en'
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  if (!command || !email || positionals.length > 2) {
    console.error(USAGE)
    return EXIT_USAGE
  }
  const say = (sentence: string, facts: Record<string, unknown>) =>
    console.log(values.json ? JSON.stringify(facts) : sentence)
  const sayLink = (it: { token: string; expiresAt: Date }) => {
    const { link, expiresAt } = invitationLink(lang, it)
    say(`${link}\nIt works once, until ${expiresAt}. It is not kept anywhere: send it now.`, {
      kind: 'link',
      email,
      link,
      expiresAt,
    })
  }
  try {
    const desk = await scriptDesk(operator)
    switch (command) {
      case 'add':
        sayLink(await invitePerson(desk, readInput(InvitePerson, { email, role: values.role })))
        return 0
      case 'reset':
        sayLink(await resetPassword(desk, readInput(ResetPassword, { email })))
        return 0
      case 'disable':
      case 'enable': {
        const person = await credentialsByEmail(deskDb(), readInput(emailSchema(), email))
        if (!person) throw new Fault('not_found', 'user', [{ field: 'email', reason: 'unknown_id' }])
        await disablePerson(desk, { userId: person.id, isDisabled: command === 'disable' })
        say(`${person.email} is ${command}d.`, { kind: `${command}d`, email: person.email })
        return 0
      }
      default:
        console.error(USAGE)
        return EXIT_USAGE
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const sentences = error.fields.map((it) => `${it.field || 'email'}: ${faultSentence(lang, it)}`)
    if (values.json) console.log(JSON.stringify({ kind: 'refused', code: error.code, fields: error.fields }))
    else console.error(sentences.length > 0 ? sentences.join('\n') : faultTitle(lang, error.code))
    return error.code === 'invalid' ? EXIT_USAGE : EXIT_FAILED
  } finally {
    await closeDb()
  }
}

process.exitCode = await main().catch((error: unknown) => {
  if ((error as { code?: string } | null)?.code?.startsWith('ERR_PARSE_ARGS')) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)
    return EXIT_USAGE
  }
  throw error
})

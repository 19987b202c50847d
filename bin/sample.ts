/**
 * The sample, from the terminal of whoever runs the server: `recoupe sample reset|delete|restore`. Without `--yes` it says
 * what it would do, and does nothing.
 */
import { parseArgs } from 'node:util'
import { closeDb } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Actor } from '@/lib/domain/permission'
import { faultTitle } from '@/lib/i18n/faults'
import { changeSample } from '@/lib/services/change-sample'
import { loadSamplePage } from '@/lib/services/load-sample-page'
import { scriptDesk } from '@/lib/web/script-desk'

const USAGE = `Usage: recoupe sample COMMAND [--yes]

  reset     put every row of the sample back to what was loaded; set aside what people added to it
  delete    take the sample out of the desk and of the public; nothing is lost
  restore   bring a deleted sample back as it was

Options
  --yes     do it; without it, only say what would be done
  --json    one line of JSON instead of sentences
  --help    this page

Examples
  recoupe sample reset
  recoupe sample delete --yes

Exit codes: 0 done, 1 could not be done, 2 wrong command or value`

const EXIT_FAILED = 1
const EXIT_USAGE = 2
const ACTS = ['reset', 'delete', 'restore'] as const
/** Whoever can read the database's address may do this; the log says it was done at the terminal. */
const operator: Actor = { id: asId<UserId>('operator'), role: 'admin', isSourceKeeper: false }

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      yes: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  const act = ACTS.find((it) => it === positionals[0])
  if (!act || positionals.length > 1) {
    console.error(USAGE)
    return EXIT_USAGE
  }
  try {
    const desk = await scriptDesk(operator)
    const { state, title, counts } = await loadSamplePage(desk)
    if (state === 'absent' || !counts) throw new Fault('not_found', 'sample')
    const { claims, events, conflicts, published, changed, added, kept } = counts
    if (!values.yes) {
      const what = {
        reset: `${changed} rows would go back to what was loaded, ${added} that people added would be set aside, ${kept} verdicts published since would stay.`,
        delete: `${claims} claims, ${events} events and ${conflicts} conflicts would leave the desk and the public, with ${published} published verdicts.`,
        restore: 'What was taken away would come back as it was.',
      }[act]
      console.log(values.json ? JSON.stringify({ act, state, ...counts }) : `${title}\n${what}\nAdd --yes to do it.`)
      return 0
    }
    const { back, aside } = await changeSample(desk, { act, confirm: title })
    console.log(
      values.json ? JSON.stringify({ act, back, aside }) : `Done: ${back} rows put back, ${aside} rows set aside.`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    console.error(values.json ? JSON.stringify({ kind: 'refused', code: error.code }) : faultTitle('en', error.code))
    return EXIT_FAILED
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

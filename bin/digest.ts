/** Writes once to everybody who chose to be written to and is due: `recoupe digest`. The server does the same by itself. */
import { closeDb } from '@/lib/data/db'
import { mailRound } from '@/lib/web/mail-round'

const { sent, failed } = await mailRound()
await closeDb()
if (process.argv.includes('--json')) console.log(JSON.stringify({ sent, failed }))
else console.log(`Letters sent: ${sent}${failed > 0 ? `; not sent, to be tried again: ${failed}` : ''}.`)
process.exit(failed > 0 ? 1 : 0)

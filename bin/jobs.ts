/** Does what waits in the queue of jobs, then ends: `recoupe jobs run`. The server does the same by itself. */
import { closeDb } from '@/lib/data/db'
import { jobRound, workerName } from '@/lib/web/job-round'

const USAGE = `Usage: recoupe jobs run [--json]

  run    does every job that waits, one after the other, and ends; several may run at once

Exit codes: 0 done, 1 a job did not succeed, 2 wrong command`

const [command, ...rest] = process.argv.slice(2)
if (command === undefined || command === '--help') {
  console.log(USAGE)
  process.exit(0)
}
if (command !== 'run' || rest.some((it) => it !== '--json')) {
  console.error(USAGE)
  process.exit(2)
}
const { done, failed } = await jobRound(workerName())
await closeDb()
if (rest.includes('--json')) console.log(JSON.stringify({ done, failed }))
else console.log(`Jobs done: ${done}${failed > 0 ? `; not done, to be tried again or given up: ${failed}` : ''}.`)
process.exit(failed > 0 ? 1 : 0)

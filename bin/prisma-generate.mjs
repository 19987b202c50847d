/**
 * Makes the typed database client from prisma/, when the models changed. `prisma generate` looks for a native engine it
 * never calls; Node itself stands in for it, so that nothing is downloaded.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './parts/child.mjs'
import { Problem } from './parts/problem.mjs'
import { readStamp, stampOf, writeStamp } from './parts/stamps.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CLIENT = join(ROOT, 'lib/data/generated')

/** @returns {Promise<boolean>} whether it was made, or was there */
export async function generateClient() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/prisma/package.json'), 'utf8'))
  const stamp = stampOf(ROOT, ['prisma/schema.prisma', 'prisma/models', 'prisma.config.ts'], [version])
  const stampFile = join(CLIENT, '.stamp')
  if (readStamp(stampFile) === stamp && existsSync(join(CLIENT, 'client.ts'))) return false
  const { code, output } = await run(
    process.execPath,
    ['node_modules/prisma/build/index.js', 'generate', '--no-hints'],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  )
  if (code !== 0)
    throw new Problem(`The database client could not be made:\n${output.trim()}`, 'Repair the models in prisma/models.')
  writeStamp(stampFile, stamp)
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const isNew = await generateClient()
  console.log(isNew ? 'prisma client: made' : 'prisma client: up to date')
}

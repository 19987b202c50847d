/**
 * For developers: writes the next migration from what changed in prisma/models. It replays the migrations in a new, empty
 * database (of DATABASE_URL's server, or of the embedded one), compares, and drops that database again.
 *   node bin/new-migration.mjs NAME      writes prisma/migrations/<time>_NAME/migration.sql
 *   node bin/new-migration.mjs --check   exit code 1 when a migration is missing
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drift } from './migrations.mjs'
import { openDatabase, withClient } from './parts/database.mjs'
import { EXIT, Problem, sentenceOf } from './parts/problem.mjs'
import { ROOT, readSettings } from './parts/settings.mjs'

/** @param {string | undefined} name @returns {Promise<number>} */
async function main(name) {
  const isCheck = name === '--check'
  if (!isCheck && !/^[a-z][a-z0-9_]{2,60}$/.test(name ?? ''))
    throw new Problem(
      'A name is missing, or is not made of small letters, digits and _.',
      'node bin/new-migration.mjs add_reader_notes',
      { exitCode: EXIT.usage },
    )
  const script = await inShadow(drift)
  if (script === '') {
    console.log('Nothing differs: the migrations make what prisma/models describe.')
    return EXIT.ok
  }
  if (isCheck) {
    console.log(script)
    return EXIT.failed
  }
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(ROOT, 'prisma/migrations', `${time}_${name}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), `${script}\n`)
  console.log(`Wrote ${folder}/migration.sql. Read it, say how to undo it, add the grants and rules it needs.`)
  return EXIT.ok
}

/** @template T @param {(url: string) => Promise<T>} work in an empty database of its own @returns {Promise<T>} */
async function inShadow(work) {
  const server = await openDatabase(readSettings(process.env))
  const name = `recoupe_shadow_${process.pid}`
  const shadow = new URL(server.url)
  shadow.pathname = `/${name}`
  try {
    await withClient(server.url, (client) => client.query(`CREATE DATABASE ${name}`))
    try {
      return await work(shadow.href)
    } finally {
      await withClient(server.url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    }
  } finally {
    await server.stop()
  }
}

process.exit(
  await main(process.argv[2]).catch((error) => {
    console.error(`${sentenceOf(error)}\n${error instanceof Problem ? error.nextStep : error.stack}`)
    return error instanceof Problem ? error.exitCode : EXIT.failed
  }),
)

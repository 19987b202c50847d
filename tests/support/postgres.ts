import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../bin/embedded-postgres.mjs'
import { migrate } from '../../bin/migrations.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string
    templateName: string
  }
}

/**
 * One PostgreSQL for the run: RECOUPE_TEST_DATABASE_URL (a server where databases may be made), else the embedded one in a
 * temporary folder. A template is migrated once; every test file works in a copy of it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.RECOUPE_TEST_DATABASE_URL
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-test-'))
  const server = given ? { url: given, stop: async () => undefined } : await startPostgres({ dataDir: folder })
  const templateName = `recoupe_template_${process.pid}`
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  // Nothing here outlives the run: what only saves data from a power cut is left out.
  if (!given) {
    for (const it of ['fsync', 'full_page_writes', 'synchronous_commit'])
      await admin.query(`ALTER SYSTEM SET ${it} = off`)
    await admin.query(`SELECT pg_reload_conf()`)
  }
  await admin.query(`DROP DATABASE IF EXISTS ${templateName}`)
  await admin.query(`CREATE DATABASE ${templateName}`)
  await migrate(databaseUrl(server.url, templateName))
  // A template can only be copied while nobody is in it.
  await admin.query(`ALTER DATABASE ${templateName} WITH ALLOW_CONNECTIONS false`)
  await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [templateName])
  project.provide('serverUrl', server.url)
  project.provide('templateName', templateName)
  return async () => {
    const { rows } = await admin.query<{ datname: string }>(`SELECT datname FROM pg_database WHERE datname LIKE $1`, [
      `${templateName}%`,
    ])
    for (const { datname } of rows) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
    await admin.end()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same server, another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Prisma's own migration engine, as WebAssembly: the native one is a download, and a first start must not need one. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BASE = 'prisma/migrations'
/** Types by PostgreSQL's own numbers. */
const CATALOGUE_CHAR = 18
const TEXT = 25
export const FILTERS = { externalTables: [], externalEnums: [] }
/**
 * Says in the ledger that the migration is done, in the transaction of the migration: one that was cut off by a power
 * failure is unfinished there exactly when nothing of it was kept, and can be applied again.
 */
const IS_DONE = `\n;UPDATE "_prisma_migrations" SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL;`

/** @param {string} path from the root of the project @returns {string} */
const read = (path) => readFileSync(join(ROOT, path), 'utf8')

/** The schema, file by file. @returns {[string, string][]} */
export const datamodels = () =>
  [
    'prisma/schema.prisma',
    ...readdirSync(join(ROOT, 'prisma/models'))
      .sort()
      .map((name) => `prisma/models/${name}`),
  ]
    .filter((path) => path.endsWith('.prisma'))
    .map((path) => [path, read(path)])

/** The migrations, oldest first. @returns {{ name: string, sql: string }[]} */
export const migrationsOnDisk = () =>
  readdirSync(join(ROOT, BASE), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: read(`${BASE}/${name}/migration.sql`) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))

/** The same, as the engine wants them. */
export const migrationsList = () => ({
  baseDir: BASE,
  lockfile: { path: 'migration_lock.toml', content: read(`${BASE}/migration_lock.toml`) },
  shadowDbInitScript: '',
  migrationDirectories: migrationsOnDisk().map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: /** @type {const} */ ('ok'), value: sql } },
  })),
})

/** The engine, read once for each process: a second instance would take the first one's memory away. @type {Promise<any> | undefined} */
let loaded
const load = async () => {
  // Where the engine leaves its last words before it gives up.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (/** @type {string} */ words) => console.error(words) },
  })
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const wasm = readFileSync(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': /** @type {any} */ (engine) })
  engine.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = /** @type {{ __wbindgen_start?: () => void }} */ (instance.exports)
  start?.()
  return engine
}

/**
 * Works with the engine over one database: applies migrations there, or replays them in an empty one. Its connections, and
 * the lock they hold, are given back afterwards.
 * @template T @param {string} url @param {(engine: any) => Promise<T>} work @param {{ isShadow?: boolean }} [options]
 * @returns {Promise<T>}
 */
export async function withSchemaEngine(url, work, { isShadow = false } = {}) {
  loaded ??= load()
  const { SchemaEngine } = await loaded
  /** @type {{ dispose: () => Promise<void> }[]} */
  const open = []
  const connect = async () => {
    const it = await adapter(url, isShadow)
    open.push(it)
    return it
  }
  // The engine would create a shadow database of its own; a managed server may not let it, so the caller's is used.
  const factory = Object.assign(new PrismaPg({ connectionString: url }), { connect, connectToShadowDb: connect })
  const engine = await SchemaEngine.new(
    { datamodels: datamodels() },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
    for (const it of open) await it.dispose().catch(() => undefined) // the engine may have closed it already
  }
}

/**
 * Prisma's adapter with two repairs. Its executeScript cuts at every semicolon, also inside functions and comments, while
 * PostgreSQL reads a whole script by itself, as one transaction: a migration is applied or it is not. And it refuses the
 * catalogue's one-letter type "char", which the engine asks for.
 * @param {string} url @param {boolean} isShadow
 */
async function adapter(url, isShadow) {
  const ours = new Set(isShadow ? [] : migrationsOnDisk().map(({ sql }) => sql))
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'recoupe migrate' })
  const ask = /** @type {any} */ (pool.query.bind(pool))
  /** Columns of type "char" in the answer being read. @type {AsyncLocalStorage<number[]>} */
  const letters = new AsyncLocalStorage()
  pool.query = /** @type {any} */ (
    async (/** @type {any} */ ...args) => {
      const answer = await ask(...args)
      answer.fields?.forEach((/** @type {pg.FieldDef} */ field, /** @type {number} */ i) => {
        if (field.dataTypeID !== CATALOGUE_CHAR) return
        field.dataTypeID = TEXT
        letters.getStore()?.push(i)
      })
      return answer
    }
  )
  const bound = await new PrismaPg(pool, { disposeExternalPool: true }).connect()
  const queryRaw = bound.queryRaw.bind(bound)
  return Object.assign(bound, {
    queryRaw: (/** @type {Parameters<typeof queryRaw>[0]} */ query) =>
      letters.run([], async () => {
        const answer = await queryRaw(query)
        for (const i of letters.getStore() ?? []) answer.columnTypes[i] = ColumnTypeEnum.Character
        return answer
      }),
    // onError is the adapter's own: the engine knows PostgreSQL's words from it.
    executeScript: async (/** @type {string} */ script) => {
      await ask(ours.has(script) ? script + IS_DONE : script).catch((/** @type {unknown} */ error) =>
        /** @type {any} */ (bound).onError(error),
      )
    },
  })
}

/** Prisma's own migration engine, as WebAssembly: the native one is a download, and a first start must not need one. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BASE = 'prisma/migrations'
export const FILTERS = { externalTables: [], externalEnums: [] }

/** @param {string} path from the root of the project @returns {string} */
const read = (path) => readFileSync(join(ROOT, path), 'utf8')

/** The schema, file by file. @returns {[string, string][]} */
export const datamodels = () =>
  ['prisma/schema.prisma', ...readdirSync(join(ROOT, 'prisma/models')).sort().map((name) => `prisma/models/${name}`)]
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

/**
 * Loads the engine over one database.
 * @param {string} url @param {string} [shadowUrl] an empty database of its own, where migrations may be replayed
 */
export async function schemaEngine(url, shadowUrl = url) {
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils')
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const wasm = readFileSync(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': /** @type {any} */ (engine) })
  engine.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = /** @type {{ __wbindgen_start?: () => void }} */ (instance.exports)
  start?.()
  const direct = new PrismaPg({ connectionString: url })
  const shadow = new PrismaPg({ connectionString: shadowUrl })
  // The engine asks the factory for a shadow database; a managed server may not let us create one, so it is named.
  const factory = Object.assign(Object.create(direct), {
    connect: () => direct.connect(),
    connectToShadowDb: () => shadow.connect(),
  })
  return engine.SchemaEngine.new({ datamodels: datamodels() }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory))
}

/**
 * What does it cost to take in an archive? A CSV of claims (a key, French words, English words) is imported into a throw-away
 * database by the program itself: received, staged, checked, compared, written with its history, and found by the search; then a
 * second file of the same kind is added to it. Beside it what a person with psql would do: COPY into a table that can be
 * searched as well, the building of its indexes, and COPY of the second file into that table; and what the record of an import
 * (claims, their history, keys, rows, words of the search) costs when COPY alone writes it, ready-made. Prints seconds, rows a
 * second and the ratios, and how the same file imports a second time.
 *
 *   npm start   (once, then Ctrl-C)
 *   node --import ./bin/typescript.mjs bench/archive-import.mjs [--sizes 10000,100000] [--more 10000]
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { syntheticClaims } from './suggest/synthetic-claims'
import { anImporter, beTheProgram, inThrowaway } from './throwaway.mjs'

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '10000,100000' }, more: { type: 'string', default: '10000' } },
})
const more = Number(values.more)

/** A file of claims from `first` on, `count` of them, each with a key of its own. */
async function csvOf(file, first, count) {
  const cell = (it) => `"${it.replaceAll('"', '""')}"`
  function* lines() {
    yield 'key,statement_fr,statement_en\r\n'
    let n = 0
    for (const { fr } of syntheticClaims(first + count)) {
      n++
      if (n > first) yield `K${n},${cell(`${fr} (${n})`)},${cell(`Report ${n}: ${fr}`)}\r\n`
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file))
}

const timed = async (work) => {
  const from = performance.now()
  const value = await work()
  return { seconds: (performance.now() - from) / 1000, value }
}

/**
 * What a person who knows PostgreSQL would build to search the same rows: the stored vector of performance.md part 4 (stems of
 * the language, plain words, both without accents), an index of it, one of the letters, and a list to page through.
 */
const FLOOR = `
  create text search configuration fr_u (copy = french);
  alter text search configuration fr_u alter mapping for hword, hword_part, word with unaccent, french_stem;
  create text search configuration en_u (copy = english);
  alter text search configuration en_u alter mapping for hword, hword_part, word with unaccent, english_stem;
  create text search configuration simple_u (copy = simple);
  alter text search configuration simple_u alter mapping for hword, hword_part, word with unaccent, simple;
  create function f_fold(words text) returns text language sql immutable parallel safe as $$ select lower(public.unaccent('public.unaccent'::regdictionary, words)) $$;
  create table floor (key text, statement_fr text, statement_en text, created_at timestamptz not null default now(),
    words tsvector generated always as (
      setweight(to_tsvector('fr_u', statement_fr), 'A') || setweight(to_tsvector('simple_u', statement_fr), 'B')
      || setweight(to_tsvector('en_u', statement_en), 'A') || setweight(to_tsvector('simple_u', statement_en), 'B')) stored)`
const INDEXES = [
  'create unique index on floor (key)',
  'create index on floor (created_at desc, key desc)',
  'create index on floor using gin (words)',
  `create index on floor using gin (f_fold(statement_fr || ' ' || statement_en) gin_trgm_ops)`,
]
const copy = (client, file) =>
  pipeline(
    createReadStream(file),
    client.query(copyFrom('copy floor (key, statement_fr, statement_en) from stdin (format csv, header)')),
  )

async function floor(client, [first, second]) {
  await client.query(FLOOR)
  const bare = await timed(async () => {
    await copy(client, first)
    for (const index of INDEXES) await client.query(index)
  })
  const added = await timed(() => copy(client, second))
  return [bare.seconds, added.seconds]
}

/** Rows as COPY writes them, of every table that an import of `size` rows has filled. Generated columns are made anew. */
async function keepRecord(client, folder, size) {
  const { rows } = await client.query(`
    select c.table_name as name, string_agg(format('%I', c.column_name), ', ' order by c.ordinal_position) as columns
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' group by 1`)
  const kept = []
  for (const { name, columns } of rows) {
    const counted = await client.query(`select count(*)::int as n from ${name}`)
    if (counted.rows[0].n < size / 2) continue
    const file = join(folder, `${name}.copy`)
    await pipeline(client.query(copyTo(`copy ${name} (${columns}) to stdout`)), createWriteStream(file))
    kept.push({ name, columns, file })
  }
  return kept
}

/** The same record written by COPY alone, into the same tables and their indexes: no trigger, no rule, nothing worked out. */
async function copyRecord(client, kept) {
  await client.query('set session_replication_role = replica')
  for (const { name } of kept) await client.query(`truncate ${name} cascade`)
  const spent = []
  for (const { name, columns, file } of kept) {
    const { seconds } = await timed(() =>
      pipeline(createReadStream(file), client.query(copyFrom(`copy ${name} (${columns}) from stdin`))),
    )
    spent.push({ name, seconds })
  }
  const tidied = await timed(() => client.query('select tidy_search()'))
  await client.query('set session_replication_role = origin')
  return [...spent, { name: 'tidy_search', seconds: tidied.seconds }]
}

async function measure(size) {
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-bench-'))
  const files = [join(folder, 'archive.csv'), join(folder, 'more.csv')]
  await csvOf(files[0], 0, size)
  await csvOf(files[1], size, more)
  try {
    await inThrowaway(async (client, databaseUrl) => {
      beTheProgram(databaseUrl)
      const who = await anImporter(client)
      const { importTable } = await import('../bin/parts/import-table')
      const { closeDb, deskDb } = await import('@/lib/data/db')
      const { tidySearch } = await import('@/lib/services/tidy-search')
      const take = async (path) => {
        const { report } = await importTable({
          ...{ path, name: 'archive.csv', kind: 'text', columns: undefined, base: undefined },
          ...{
            as: who,
            sender: 'bench',
            isDryRun: false,
            leavesOut: false,
            takesTheirs: false,
            lang: 'en',
          },
        })
        await tidySearch(deskDb())
        return report
      }
      const ours = []
      let kept
      for (const [file, count] of [
        [files[0], size],
        [files[1], more],
      ]) {
        const { seconds, value } = await timed(() => take(file))
        if (value.added !== count) throw new Error(`added ${value.added} of ${count}`)
        ours.push(seconds)
        kept ??= await keepRecord(client, folder, size)
      }
      const again = await timed(() => take(files[1]))
      if (again.value.added + again.value.changed !== 0) throw new Error('the same file again changed something')
      const record = await copyRecord(client, kept)
      const theirs = await floor(client, files)
      const copied = record.reduce((sum, { seconds }) => sum + seconds, 0)
      const told = (seconds, rows) => `${seconds.toFixed(1)} s (${Math.round(rows / seconds)} rows/s)`
      console.log(
        `${size}  whole: ${told(ours[0], size)} against ${told(theirs[0], size)}: ${(ours[0] / theirs[0]).toFixed(1)} times
${size}  the same record by COPY alone: ${told(copied, size)}: ours ${(ours[0] / copied).toFixed(1)} times it, and it ${(copied / theirs[0]).toFixed(1)} times theirs; ${record.map(({ name, seconds }) => `${name} ${seconds.toFixed(2)}`).join(', ')}
${size}  ${more} more: ${told(ours[1], more)} against ${told(theirs[1], more)}: ${(ours[1] / theirs[1]).toFixed(1)} times
${size}  the same ${more} again: ${told(again.seconds, more)}, 0 changed; this process at its most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
      )
      await closeDb()
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const outside = { ...process.env }
for (const size of values.sizes.split(',')) {
  await measure(Number(size))
  for (const name of Object.keys(process.env)) if (!(name in outside)) delete process.env[name]
  Object.assign(process.env, outside)
}

import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { publicDb } from '@/lib/data/db'
import { countOccurrences, latestVerdicts, occurrencesChangedAt } from '@/lib/data/public-feeds'
import { reviewsAbout } from '@/lib/data/review-search'
import { readView } from '@/lib/domain/desk-filter'
import { findOnDesk } from '@/lib/services/find-on-desk'
import { loadClaimList } from '@/lib/services/load-claim-list'
import { loadDeskToday } from '@/lib/services/load-desk-lists'
import {
  loadPublicDispatch,
  loadPublicEvent,
  loadPublicHome,
  loadPublicSearch,
  loadPublicSource,
} from '@/lib/services/load-public'
import { loadPublicDispatches, loadPublicVerdicts } from '@/lib/services/load-public-lists'
import { loadSample } from '@/seeds/load-sample'
import { SAMPLE } from '@/seeds/mali-2013/sample'
import { asRole } from '@/tests/support/as-role'
import { aPerson, deskOf } from '@/tests/support/factories'

const TABLES = ['hops', 'statements', 'occurrences', 'anchors', 'claims'] as const
const WRITTEN_ANEW: Record<string, string> = { ref: `it.ref || '-' || nth`, slug: `it.slug || '-' || nth` }
const KEYS = new Set(['id', 'occurrence_id', 'claim_id', 'anchor_id'])
let firstOnes: Map<string, string[]>

/** The passages of the sample once more for each turn, in the same dispatch, each of a claim of its own, all published. */
const grow = (from: number, to: number): Promise<number> =>
  asRole('superuser', 'x', async (ask) => {
    await ask('set local session_replication_role = replica')
    for (const table of TABLES) {
      const { rows } = await ask(
        `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1`,
        [table],
      )
      const names = rows.map((row) => row.name as string)
      const values = names.map((it) =>
        KEYS.has(it) ? `md5(it."${it}"::text || nth)::uuid` : (WRITTEN_ANEW[it] ?? `it."${it}"`),
      )
      await ask(
        `insert into ${table} (${names.map((it) => `"${it}"`).join(', ')}) select ${values.join(', ')}
         from ${table} it, generate_series(${from}, ${to}) as turn (nth) where it.id = any($1::uuid[])`,
        [firstOnes.get(table)],
      )
    }
    await ask('update claims set public_at = now() where public_at is null')
    await ask('select keep_live_passages(array(select id from occurrences))')
    await ask('select index_search(array(select id from claims))')
    return (await ask('select count(*)::int as n from live_passages where is_public')).rows[0].n as number
  })

/** The pages of the database that a piece of work reads, of every statement it sends. */
async function pagesRead(work: () => Promise<unknown>): Promise<number> {
  const query = pg.Client.prototype.query
  let pages = 0
  pg.Client.prototype.query = async function count(this: pg.Client, ...args: unknown[]) {
    const [asked, given] = args
    const it = typeof asked === 'string' ? { text: asked } : (asked as { text: string; values?: unknown[] })
    if (/^\s*(select|with)\b/i.test(it.text)) {
      const { rows } = await Reflect.apply(query, this, [
        {
          text: `explain (analyze, buffers, timing off, format json) ${it.text}`,
          values: it.values ?? (Array.isArray(given) ? given : []),
        },
      ])
      const [{ Plan: plan }] = rows[0]['QUERY PLAN']
      pages += plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
    }
    return Reflect.apply(query, this, args)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return pages
}

const about = { language: null, publishedFrom: null, after: null, skip: 0, take: 10 }
const WORK: Record<string, () => Promise<unknown>> = {
  'the front page': () => loadPublicHome(),
  'a dispatch': () => loadPublicDispatch(SAMPLE.dispatch.slug),
  'an event': () => loadPublicEvent(SAMPLE.events[0]?.slug ?? ''),
  'a source': () => loadPublicSource('abdou-dardar'),
  'the verdicts': () => loadPublicVerdicts(),
  'the dispatches': () => loadPublicDispatches(),
  'a search': () => loadPublicSearch('Kona source:afp'),
  'the feed of verdicts': () => latestVerdicts(publicDb(), 50),
  'the annotations counted': () => countOccurrences(publicDb()),
  'when the annotations changed': () => occurrencesChangedAt(publicDb()),
  'claims:search': () => reviewsAbout(publicDb(), { ...about, words: 'Kona' }),
  'the desk today': async () => loadDeskToday(await deskOf(await aPerson())),
  'the claims of the desk': async () => loadClaimList(await deskOf(await aPerson()), readView('claims', {})),
  'the palette': async () => findOnDesk(await deskOf(await aPerson()), { q: 'Kona' }),
}

let few: Map<string, number>
let many: Map<string, number>
let added = 0

const measured = async () => {
  const read = new Map<string, number>()
  for (const [name, work] of Object.entries(WORK)) {
    await work() // what is read once only, as the catalogue, is read now
    read.set(name, await pagesRead(work))
  }
  return read
}
const analyse = () => asRole('superuser', 'x', (ask) => ask('analyze'))

beforeAll(async () => {
  await loadSample(SAMPLE, () => undefined)
  firstOnes = new Map(
    await Promise.all(
      TABLES.map(async (table): Promise<[string, string[]]> => {
        const { rows } = await asRole('superuser', 'x', (ask) => ask(`select id from ${table}`))
        return [table, rows.map((row) => row.id as string)]
      }),
    ),
  )
  const before = await grow(1, 30)
  await analyse()
  few = await measured()
  added = (await grow(31, 120)) - before
  await analyse()
  many = await measured()
}, 400_000)

/**
 * Asked row by row whether it is public, or read by its index one after the other, a passage costs three pages and more; read
 * with all the others at once a part of one. So what a page costs when the archive grows says how it was read, whatever the machine.
 */
test.each(Object.keys(WORK))('%s does not read the passages that were added one by one', (name) => {
  expect(added).toBeGreaterThan(4_000)
  expect(((many.get(name) ?? 0) - (few.get(name) ?? 0)) / added).toBeLessThan(1)
})

import 'server-only'
import type { Db } from './db'
import type { Prisma } from './generated/client'

type Table = 'dispatches' | 'sources' | 'entities' | 'events' | 'claims' | 'conflicts' | 'evidence'

/** The slug itself when it is free, else with the shortest number behind it. A race ends at the unique index, not in two equal slugs. */
export async function freeSlug(db: Db, table: Table, wanted: string): Promise<string> {
  const taken = new Set((await takenSlugs(db, table, wanted)).map(({ slug }) => slug))
  if (!taken.has(wanted)) return wanted
  let n = 2
  while (taken.has(`${wanted}-${n}`)) n++
  return `${wanted}-${n}`
}

function takenSlugs(db: Db, table: Table, wanted: string): Promise<{ slug: string }[]> {
  const query = {
    where: { OR: [{ slug: wanted }, { slug: { startsWith: `${wanted}-` } }] },
    select: { slug: true },
  } satisfies Prisma.ClaimFindManyArgs
  switch (table) {
    case 'dispatches':
      return db.dispatch.findMany(query)
    case 'sources':
      return db.source.findMany(query)
    case 'entities':
      return db.entity.findMany(query)
    case 'events':
      return db.event.findMany(query)
    case 'claims':
      return db.claim.findMany(query)
    case 'conflicts':
      return db.conflict.findMany(query)
    case 'evidence':
      return db.evidence.findMany(query)
  }
}

const REFS = {
  claim: ['claim_refs', 'C'],
  conflict: ['conflict_refs', 'X'],
  event: ['event_refs', 'E'],
  evidence: ['evidence_refs', 'EV'],
} as const

/** The next short name of a kind: C50, X29. A name given by whoever loads data is kept, and the count goes on from it. */
export async function nextRef(db: Db, kind: keyof typeof REFS, given: string | null): Promise<string> {
  const [sequence, letter] = REFS[kind]
  if (given !== null) {
    const n = Number(/\d+$/.exec(given)?.[0] ?? 0)
    if (n > 0) await raise(db, sequence, n)
    return given
  }
  const rows = await db.$queryRaw<{ n: number }[]>`select nextval(${sequence}::regclass)::int as n`
  return `${letter}${String(rows[0]?.n ?? 0).padStart(2, '0')}`
}

/** Moves a count up to `n`, never down; a sequence that was never asked has no last value yet. */
async function raise(db: Db, sequence: string, n: number): Promise<void> {
  await db.$queryRaw`
    select setval(${sequence}::regclass, greatest(${n}::bigint, coalesce(
      (select last_value from pg_sequences where schemaname = 'public' and sequencename = ${sequence}), 1)))::int as n`
}

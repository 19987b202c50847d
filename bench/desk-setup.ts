/**
 * What `bench/desk.mjs` needs, made through the services: twenty reviewers with a session each, verdicts waiting for their
 * second reading, claims to edit. Prints JSON: sessions, ids, and the SQL each of the three acts sends in its transaction
 * (the statements as PostgreSQL receives them, ids of this run replaced by expressions that are new each time).
 */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { closeDb, deskDb } from '@/lib/data/db'
import { openSession } from '@/lib/data/sessions'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Role } from '@/lib/domain/permission'
import { addClaim } from '@/lib/services/add-claim'
import { castReview } from '@/lib/services/cast-review'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { markConflict } from '@/lib/services/mark-conflict'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { scriptDesk } from '@/lib/web/script-desk'

const REVIEWERS = 20
const CLAIMS = 50
/** Each reviewer rates each once: enough for every rating of a run. */
const VERDICTS = 400
const run = randomBytes(4).toString('hex')
const db = deskDb()

async function person(name: string, role: Role) {
  const id = (await scriptDesk(null)).newId()
  await db.user.create({ data: { id, email: `${name}-${run}@example.invalid`, name, role, locale: 'fr' } })
  return { id, desk: await scriptDesk({ id: asId<UserId>(id), role, isSourceKeeper: false }) }
}

const author = await person('author', 'editor')
const reviewers = []
for (let i = 0; i < REVIEWERS; i++) {
  const { id, desk } = await person(`reviewer-${i}`, 'reviewer')
  reviewers.push({ desk, session: await openSession(db, id, 'bench') })
}
const { versions, id: dispatchId } = await db.dispatch.findFirstOrThrow({
  where: { slug: 'mali-kona-france-24' },
  include: { versions: { take: 1 } },
})
const dispatchVersionId = versions[0]?.id ?? ''
const event = await db.event.findFirstOrThrow({ orderBy: { ref: 'asc' } })
const source = await db.source.findFirstOrThrow({ orderBy: { slug: 'asc' } })
const claimInput = (n: string) => ({
  dispatchVersionId,
  quote: { exact: 'Konna' },
  statementFr: `Affirmation ${n}`,
  slug: `bench-${n}`,
  kind: 'narration' as const,
  eventId: event.id,
  chain: [{ sourceId: source.id, role: 'outlet' as const }],
  statements: [{ property: 'place_spelling', value: 'Konna' }],
})
const occurrences = await db.occurrence.findMany({ take: 2, orderBy: { id: 'asc' } })
const conflictInput = (n: string) => ({
  eventId: event.id,
  property: 'extent',
  type: 'extent' as const,
  class: 'tension' as const,
  titleFr: `Conflit ${n}`,
  titleEn: `Conflict ${n}`,
  slug: `bench-${n}`,
  positions: occurrences.map(({ id }, i) => ({
    value: `position ${i}`,
    newStatements: [{ occurrenceId: id, value: `value ${i}` }],
  })),
})

const claims: string[] = []
const verdicts: string[] = []
for (let i = 0; i < VERDICTS; i++) {
  const { id } = await addClaim(author.desk, claimInput(`${run}-${i}`))
  if (i < CLAIMS) claims.push(id)
  const words = { ratingCode: 'disputed' as const, summaryFr: 'Personne ne tranche.', noEvidenceReasonFr: 'Aucune.' }
  const verdict = await draftVerdict(author.desk, { claimId: id, ...words })
  await submitVerdict(author.desk, { verdictId: verdict.id, version: 1 })
  verdicts.push(verdict.id)
}

/** Every statement `work` sends, in order, with what stands in it; ids made meanwhile are named r1, r2 … */
async function recorded(work: () => Promise<object>): Promise<string[]> {
  const sent: { text: string; values: unknown[] }[] = []
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function record(this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined]
    const text = typeof first === 'string' ? first : first.text
    sent.push({ text, values: (typeof first === 'string' ? second : (first.values ?? second)) ?? [] })
    return Reflect.apply(query, this, args)
  } as typeof query
  const made: { ref?: string } = await work().finally(() => {
    pg.Client.prototype.query = query
  })
  // What must be new each time besides ids: the address asked for, and the short name the sequence gave.
  const unique = { [`bench-${run}-rec`]: `('bench-' || :r)`, ...(made.ref ? { [made.ref]: `('R' || :r)` } : {}) }
  // A command of pgbench is one line.
  return sent.map(({ text, values }) =>
    text.replaceAll(/\s*\n\s*/g, ' ').replace(/\$(\d+)/g, (_, n) => literal(values[Number(n) - 1], unique)),
  )
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const startedAt = Date.now()
/** The millisecond a UUIDv7 was made. */
const madeAt = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
const fresh = new Map<string, number>()

function literal(value: unknown, unique: Record<string, string>): string {
  if (value === null || value === undefined) return 'NULL'
  if (typeof value === 'string' && UUID.test(value) && madeAt(value) > freshSince) {
    if (!fresh.has(value)) fresh.set(value, fresh.size + 1)
    return `('00000000-0000-7000-8000-' || lpad(to_hex(:r::bigint * 32 + ${fresh.get(value)}), 12, '0'))::uuid`
  }
  if (typeof value === 'string' && unique[value]) return unique[value]
  if (typeof value === 'number' || typeof value === 'boolean') return `'${value}'`
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`
  if (value instanceof Date) return `'${value.toISOString()}'`
  if (Array.isArray(value)) return `'{${value.map((it) => JSON.stringify(String(it))).join(',')}}'`
  // Ids inside a payload (the audit log's) are text there: left as they are, the work is the same.
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  // pgbench takes a colon before a word for one of its variables, in a string too.
  return `E'${words.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\n', '\\n').replaceAll(':', '\\x3a')}'`
}

const [reader] = reviewers
if (!reader) throw new Error('no reviewer')
let freshSince = startedAt
/** One act as a pgbench script. */
async function script(work: () => Promise<object>): Promise<string> {
  fresh.clear()
  await new Promise((resolve) => setTimeout(resolve, 20)) // ids made from here on belong to this act
  freshSince = Date.now() - 10
  const statements = await recorded(work)
  return ['\\set r random(1, 8000000000000)', ...statements.map((it) => `${it};`)].join('\n')
}
const scripts = {
  annotate: await script(() => addClaim(reader.desk, claimInput(`${run}-rec`))),
  mark: await script(() => markConflict(reader.desk, conflictInput(`${run}-rec`))),
  rate: await script(() =>
    castReview(reader.desk, { verdictId: verdicts.pop() ?? '', ratingCode: 'disputed', note: null }),
  ),
}
await closeDb()
console.log(
  JSON.stringify({
    run,
    sessions: reviewers.map(({ session }) => session),
    claims,
    verdicts,
    dispatchId,
    claim: claimInput('N'),
    conflict: conflictInput('N'),
    scripts,
  }),
)

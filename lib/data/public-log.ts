import 'server-only'
import type { Db } from './db'

/** A row of the log as anybody may read it; hashes and salts are hex, the moment is in microseconds since 1970. */
export type LogRow = {
  seq: number
  at_us: number
  action: string
  entity: string
  entity_id: string
  actor?: string
  actor_sha256?: string
  payload?: string
  payload_salt?: string
  payload_sha256: string
  hash: string
}

/** Rows after `after` up to the last checkpoint, in order, at most `take`. */
export async function logRows(db: Db, after: number, take: number): Promise<LogRow[]> {
  const rows = await db.$queryRaw<{ row: LogRow }[]>`
    select jsonb_strip_nulls(jsonb_build_object('seq', seq, 'at_us', at_us, 'action', action, 'entity', entity,
      'entity_id', entity_id, 'actor', actor, 'actor_sha256', encode(actor_sha256, 'hex'), 'payload', payload,
      'payload_salt', encode(payload_salt, 'hex'), 'payload_sha256', encode(payload_sha256, 'hex'),
      'hash', encode(hash, 'hex'))) as row
    from public_log(${after}::bigint, ${take}::int) order by seq`
  return rows.map(({ row }) => row)
}

/** Checkpoints after a row of the log, oldest first, at most `take`. */
export const checkpointNotes = (
  db: Db,
  after: number,
  take: number,
): Promise<{ seq: bigint; at: Date; note: string }[]> =>
  db.checkpoint.findMany({
    where: { seq: { gt: after } },
    select: { seq: true, at: true, note: true },
    orderBy: { seq: 'asc' },
    take,
  })

export const latestCheckpoint = async (db: Db): Promise<string | null> =>
  (await db.checkpoint.findFirst({ select: { note: true }, orderBy: { seq: 'desc' } }))?.note ?? null

/**
 * The head of the log, when it is to be signed now: something was published since the last checkpoint, or an hour passed with
 * anything at all. Null otherwise.
 */
export async function headToSign(db: Db): Promise<{ seq: bigint; root: string; at: Date } | null> {
  const [head] = await db.$queryRaw<{ seq: bigint; root: string; at: Date }[]>`
    with last as (select coalesce(max(seq), 0) as seq, max(at) as at from checkpoints)
    select h.seq, encode(h.hash, 'base64') as root, clock_timestamp() as at from audit_head h, last
    where h.seq > last.seq and (last.at is null or last.at < clock_timestamp() - interval '1 hour'
      or exists (select from audit_log l where l.seq > last.seq and l.seq <= h.seq
        and l.action in ('dispatch.published', 'verdict.published', 'verdict.corrected', 'verdict.withdrawn')))`
  return head ?? null
}

/** Keeps a checkpoint; false when another server was quicker. */
export async function insertCheckpoint(db: Db, seq: bigint, root: string, note: string): Promise<boolean> {
  const written = await db.$executeRaw`
    insert into checkpoints (seq, hash, note) values (${seq}, decode(${root}, 'base64'), ${note}) on conflict do nothing`
  return written > 0
}

import 'server-only'
import { type AuditEvent, canonicalJson } from '@/lib/domain/audit'
import type { Db } from './db'

/** Appends to the tamper-evident log. Call it last in a transaction: the head of the log stays locked until commit. */
export async function appendAudit(db: Db, actor: string, event: AuditEvent): Promise<void> {
  await db.$executeRaw`
    insert into audit_log (actor, action, entity, entity_id, payload)
    values (${actor}, ${event.action}, ${event.entity}, ${event.id}, ${canonicalJson(event.payload)})`
}

/** The first row of the log that does not hold, or null when the whole log is as it was written. */
export async function firstAuditFault(db: Db): Promise<{ seq: bigint; fault: string } | null> {
  const rows = await db.$queryRaw<{ seq: bigint; fault: string }[]>`select seq, fault from audit_first_fault()`
  return rows[0] ?? null
}

import 'server-only'
import { isUuid } from '@/lib/domain/ids'
import type { Db } from './db'

type Versioned = {
  findUnique(it: { where: { id: string }; select: { version: true } }): Promise<{ version: number } | null>
}

/** The kinds of things that carry the version their writer saw, by table. */
const versioned = (db: Db) =>
  ({
    claims: db.claim,
    conflicts: db.conflict,
    events: db.event,
    verdicts: db.verdict,
    statements: db.statement,
    occurrences: db.occurrence,
    sources: db.source,
    evidence: db.evidence,
    dispatches: db.dispatch,
    annotations: db.annotation,
    comment_requests: db.commentRequest,
    reports: db.report,
    suggestions: db.suggestion,
    webhooks: db.webhook,
    table_imports: db.tableImport,
  }) as unknown as Record<VersionedTable, Versioned>
export type VersionedTable =
  | 'claims'
  | 'conflicts'
  | 'events'
  | 'verdicts'
  | 'statements'
  | 'occurrences'
  | 'sources'
  | 'evidence'
  | 'dispatches'
  | 'annotations'
  | 'comment_requests'
  | 'reports'
  | 'suggestions'
  | 'webhooks'
  | 'table_imports'

/** The present version of a thing, or null when there is none by that id. */
export async function versionOf(db: Db, table: VersionedTable, id: string): Promise<number | null> {
  if (!isUuid(id)) return null
  return (await versioned(db)[table].findUnique({ where: { id }, select: { version: true } }))?.version ?? null
}

import type { ReadingDecision } from './vocabulary'

/** Everything worth remembering, with what is remembered of it. Payloads hold ids and hashes, never a name, an e-mail or quoted text. */
export type AuditEvent =
  | { action: 'dispatch.added'; entity: 'dispatch'; id: string; payload: { sha256: string } }
  | { action: 'dispatch.published'; entity: 'dispatch'; id: string; payload: { claims: number; conflicts: number } }
  | { action: 'source.added'; entity: 'source'; id: string; payload: { isProtected: boolean } }
  | { action: 'source.discarded'; entity: 'source'; id: string; payload: { version: number } }
  | { action: 'event.discarded'; entity: 'event'; id: string; payload: { version: number } }
  | { action: 'dispatch.discarded'; entity: 'dispatch'; id: string; payload: { version: number } }
  | { action: 'source.changed'; entity: 'source'; id: string; payload: { version: number } }
  | { action: 'source.assessed'; entity: 'source'; id: string; payload: { assessment: string } }
  | { action: 'source.revealed'; entity: 'source'; id: string; payload: { by: string } }
  | { action: 'source.identity_kept'; entity: 'source'; id: string; payload: { version: number } }
  | { action: 'entity.added'; entity: 'entity'; id: string; payload: Record<string, never> }
  | {
      action: 'entity.linked'
      entity: 'entity_link'
      id: string
      payload: { from: string; to: string; relation: string }
    }
  | { action: 'entity.unlinked'; entity: 'entity_link'; id: string; payload: Record<string, never> }
  | { action: 'event.added'; entity: 'event'; id: string; payload: Record<string, never> }
  | { action: 'event.changed'; entity: 'event'; id: string; payload: { version: number } }
  | { action: 'claim.added'; entity: 'claim'; id: string; payload: { occurrence: string; start: number; end: number } }
  | { action: 'claim.changed'; entity: 'claim'; id: string; payload: { version: number } }
  | { action: 'claims.changed'; entity: 'batch'; id: string; payload: { change: string; rows: number } }
  | { action: 'conflicts.changed'; entity: 'batch'; id: string; payload: { change: string; rows: number } }
  | { action: 'batch.undone'; entity: 'batch'; id: string; payload: { rows: number } }
  | {
      action: 'reviews.imported'
      entity: 'file_import'
      id: string
      payload: { sha256: string; added: number; changed: number; absent: number; own: number; refused: number }
    }
  | {
      action: 'table.imported'
      entity: 'file_import'
      id: string
      payload: { sha256: string; added: number; changed: number; rejected: number; sources?: number }
    }
  | { action: 'table.undone'; entity: 'file_import'; id: string; payload: { undone: number; left: number } }
  | { action: 'token.added'; entity: 'token'; id: string; payload: { scopes: string[] } }
  | { action: 'webhook.added'; entity: 'webhook'; id: string; payload: { events: string[] } }
  | { action: 'webhook.changed'; entity: 'webhook'; id: string; payload: { isOn: boolean } }
  | { action: 'webhook.secret_changed'; entity: 'webhook'; id: string; payload: { n: number } }
  | { action: 'token.revoked'; entity: 'token'; id: string; payload: Record<string, never> }
  | { action: 'filter.saved'; entity: 'saved_filter'; id: string; payload: { isShared: boolean } }
  | { action: 'filter.changed'; entity: 'saved_filter'; id: string; payload: { isShared: boolean } }
  | { action: 'filter.deleted'; entity: 'saved_filter'; id: string; payload: Record<string, never> }
  | { action: 'sample.changed'; entity: 'dispatch'; id: string; payload: { act: string; back: number; aside: number } }
  | { action: 'claim.discarded'; entity: 'claim'; id: string; payload: { version: number } }
  | { action: 'claim.restored'; entity: 'claim'; id: string; payload: { version: number } }
  | { action: 'claim.related'; entity: 'claim'; id: string; payload: { to: string; kind: string } }
  | { action: 'chain.changed'; entity: 'occurrence'; id: string; payload: { version: number; hops: number } }
  | { action: 'statement.added'; entity: 'statement'; id: string; payload: { property: string } }
  | { action: 'statement.deprecated'; entity: 'statement'; id: string; payload: { version: number } }
  | { action: 'claim.unrelated'; entity: 'claim_relation'; id: string; payload: Record<string, never> }
  | { action: 'evidence.linked'; entity: 'evidence'; id: string; payload: { link: string; stance: string } }
  | { action: 'evidence.unlinked'; entity: 'evidence'; id: string; payload: { links: number } }
  | {
      action: 'revision.restored'
      entity: string
      id: string
      payload: { n: number; version: number; rereview: string[] }
    }
  | { action: 'statement.replaced'; entity: 'statement'; id: string; payload: { by: string } }
  | { action: 'comment_request.added'; entity: 'comment_request'; id: string; payload: { claim: string } }
  | {
      action: 'comment_request.changed'
      entity: 'comment_request'
      id: string
      payload: { version: number; state: string }
    }
  | { action: 'comment_request.discarded'; entity: 'comment_request'; id: string; payload: { version: number } }
  | { action: 'evidence.added'; entity: 'evidence'; id: string; payload: { links: number } }
  | { action: 'conflict.marked'; entity: 'conflict'; id: string; payload: { positions: number; property: string } }
  | {
      action: 'conflict.position_added'
      entity: 'conflict'
      id: string
      payload: { position: string; version: number }
    }
  | { action: 'conflict.changed'; entity: 'conflict'; id: string; payload: { version: number; status: string } }
  | {
      action: 'conflict.resolved'
      entity: 'conflict'
      id: string
      payload: { n: number; outcome: string; rereview: string[] }
    }
  | { action: 'conflict.reopened'; entity: 'conflict'; id: string; payload: { rereview: string[] } }
  | { action: 'verdict.drafted'; entity: 'verdict'; id: string; payload: Record<string, never> }
  | { action: 'verdict.changed'; entity: 'verdict'; id: string; payload: { version: number } }
  | { action: 'verdict.submitted'; entity: 'verdict'; id: string; payload: { version: number } }
  | { action: 'verdict.unsent'; entity: 'verdict'; id: string; payload: { version: number } }
  | { action: 'verdict.unread'; entity: 'verdict'; id: string; payload: { version: number } }
  | { action: 'verdict.upheld'; entity: 'verdict'; id: string; payload: { version: number } }
  | { action: 'review.cast'; entity: 'verdict'; id: string; payload: { review: string; isBlind: boolean } }
  | { action: 'verdict.read'; entity: 'verdict'; id: string; payload: { decision: ReadingDecision } }
  | {
      action: 'verdict.published'
      entity: 'verdict'
      id: string
      payload: { n: number; rating: string; documents: { language: string; address: string; sha256: string }[] }
    }
  | {
      action: 'verdict.withdrawn'
      entity: 'verdict'
      id: string
      payload: { n: number; documents: { language: string; address: string; sha256: string }[] }
    }
  | {
      action: 'verdict.corrected'
      entity: 'verdict'
      id: string
      payload: { n: number; severity: string; documents: { language: string; address: string; sha256: string }[] }
    }
  | { action: 'claim.assigned'; entity: 'claim'; id: string; payload: { to: string | null } }
  | { action: 'conflict.assigned'; entity: 'conflict'; id: string; payload: { to: string | null } }
  | { action: 'verdict.reader_asked'; entity: 'verdict'; id: string; payload: { to: string | null } }
  | { action: 'note.added'; entity: 'annotation'; id: string; payload: { on: string; target: string } }
  | { action: 'note.changed'; entity: 'annotation'; id: string; payload: { version: number } }
  | { action: 'note.settled'; entity: 'annotation'; id: string; payload: { version: number } }
  | { action: 'note.reopened'; entity: 'annotation'; id: string; payload: { version: number } }
  | { action: 'note.withdrawn'; entity: 'annotation'; id: string; payload: { version: number } }
  | { action: 'note.restored'; entity: 'annotation'; id: string; payload: { version: number } }
  | { action: 'report.received'; entity: 'report'; id: string; payload: { kind: string } }
  | { action: 'report.moved'; entity: 'report'; id: string; payload: { state: string; version: number } }
  | {
      action: 'report.linked'
      entity: 'report'
      id: string
      payload: { claim: string | null; correction: string | null }
    }
  | { action: 'report.contact_erased'; entity: 'report'; id: string; payload: { version: number } }
  | { action: 'job.queued'; entity: 'job'; id: string; payload: { kind: string } }
  | { action: 'job.cancelled'; entity: 'job'; id: string; payload: Record<string, never> }
  | { action: 'suggestions.proposed'; entity: 'dispatch'; id: string; payload: { added: number; ruleset: string } }
  | {
      action: 'suggestion.accepted'
      entity: 'suggestion'
      id: string
      payload: { kind: string; status: string; made: string }
    }
  | { action: 'suggestion.dismissed'; entity: 'suggestion'; id: string; payload: { kind: string } }
  | { action: 'suggestion.taken_back'; entity: 'suggestion'; id: string; payload: { kind: string } }
  | { action: 'person.invited'; entity: 'invitation'; id: string; payload: { role: string; purpose: string } }
  | { action: 'person.joined'; entity: 'user'; id: string; payload: { role: string } }
  | { action: 'person.changed'; entity: 'user'; id: string; payload: { role: string; isSourceKeeper: boolean } }
  | { action: 'person.disabled'; entity: 'user'; id: string; payload: Record<string, never> }
  | { action: 'person.enabled'; entity: 'user'; id: string; payload: Record<string, never> }
  | { action: 'person.password_changed'; entity: 'user'; id: string; payload: Record<string, never> }
  | { action: 'setting.changed'; entity: 'setting'; id: string; payload: { value: string } }

/**
 * The one text of a payload: JSON with sorted keys and no spaces, so that its hash can be computed again anywhere.
 * Numbers are integers; strings are kept letter for letter (no Unicode normalisation).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`)
      .join(',')}}`
  return JSON.stringify(value)
}

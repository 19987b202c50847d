import 'server-only'
import type { Db } from './db'

/**
 * Whether a text must not leave the house: somebody protected speaks in it, or is named in it. Asked before a text is sent
 * to any provider.
 */
export async function holdsProtectedSource(db: Db, dispatchVersionId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ held: boolean }[]>`
    select exists (
      select from hops h join sources s on s.id = h.source_id join occurrences o on o.id = h.occurrence_id
        join anchors a on a.id = o.anchor_id
      where s.is_protected and a.dispatch_version_id = ${dispatchVersionId}::uuid
    ) or exists (
      select from sources s, dispatch_versions v
      where s.is_protected and v.id = ${dispatchVersionId}::uuid and position(fold(s.name) in fold(v.text)) > 0
    ) as held`
  return rows[0]?.held ?? true
}

import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { sampleCounts, sampleDispatches, sampleLoadedAt } from '@/lib/data/sample'
import type { Desk } from '@/lib/domain/desk'
import { permit } from '@/lib/domain/permission'
import type { SampleState } from '@/lib/domain/sample'

/** What the sample is and holds, before it is reset or deleted. Administrators only. */
export async function loadSamplePage({ db, actor }: Desk<PrismaClient>) {
  permit(actor, 'settings:manage')
  const [dispatches, loadedAt] = [await sampleDispatches(db), await sampleLoadedAt(db)]
  const title = dispatches[0]?.title ?? null
  if (title === null || loadedAt === null) return { state: 'absent' as SampleState, title: null, counts: null }
  const state: SampleState = dispatches.every(({ discardedAt }) => discardedAt !== null) ? 'deleted' : 'there'
  return { state, title, counts: await sampleCounts(db, loadedAt) }
}

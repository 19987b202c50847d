import 'server-only'
import { commentRequests } from '@/lib/data/comment-requests'
import { dispatchChoices, dispatchRecord } from '@/lib/data/dispatches'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { isRecorded, type MissingSide, missingSidesOf, type RequestState } from '@/lib/domain/missing-side'
import { permit, permits } from '@/lib/domain/permission'

type Asked = { claimId?: string; dispatch?: string | null; state?: RequestState | null }

/** The ledger of missing sides, and whom the text speaks about without quoting them: proposed, not yet written down. */
export async function loadMissingSides({ db, actor, now }: Desk<PrismaClient>, asked: Asked) {
  permit(actor, 'desk:read')
  const [requests, dispatches, record] = await Promise.all([
    commentRequests(db, asked.claimId ? { claimId: asked.claimId } : { dispatch: asked.dispatch ?? undefined }),
    dispatchChoices(db),
    asked.dispatch ? dispatchRecord(db, 'desk', asked.dispatch) : null,
  ])
  const parties = requests.map(({ party }) => party)
  const proposed: MissingSide[] = record
    ? missingSidesOf(record.occurrences).filter(
        ({ party, passages }) =>
          !isRecorded(party, parties) && (!asked.claimId || passages.some(({ claim }) => claim.id === asked.claimId)),
      )
    : []
  return {
    requests: requests.filter(({ state }) => !asked.state || state === asked.state),
    counts: new Map(requests.map(({ state }) => [state, requests.filter((it) => it.state === state).length])),
    proposed,
    dispatches,
    today: now.toISOString().slice(0, 10),
    mayEdit: permits(actor, 'claim:edit'),
  }
}

import 'server-only'
import { correctionsSince, reportAsSaved, reportCounts, reportsOnDesk } from '@/lib/data/desk-reports'
import type { PrismaClient } from '@/lib/data/generated/client'
import { publicTitle } from '@/lib/data/public-reports'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit, permits } from '@/lib/domain/permission'
import { type ReportKind, type ReportState, readTicket } from '@/lib/domain/report'

/** What readers sent, filtered, and how many there are in each state. */
export async function loadDeskReports(
  { db, actor }: Desk<PrismaClient>,
  filter: { state: ReportState | null; kind: ReportKind | null },
) {
  permit(actor, 'desk:read')
  const reports = (await reportsOnDesk(db, filter)).map(({ contact: _, ...it }) => it)
  return { reports, counts: await reportCounts(db) }
}

/** How many reports wait for a decision. */
export async function loadWaitingReports({ db, actor }: Desk<PrismaClient>): Promise<number> {
  permit(actor, 'desk:read')
  const counts = await reportCounts(db)
  return (counts.get('received') ?? 0) + (counts.get('looking') ?? 0)
}

/** One report as the desk sees it. How to reach a reader is for those who may answer, not for everybody who looks on. */
export async function loadDeskReport({ db, actor }: Desk<PrismaClient>, typed: string) {
  permit(actor, 'desk:read')
  const ticket = readTicket(typed)
  const found = ticket === null ? null : await reportAsSaved(db, { ticket })
  if (!found) throw new Fault('not_found', 'report')
  const about = found.aboutKind && found.aboutSlug ? { kind: found.aboutKind, slug: found.aboutSlug } : null
  const mayWork = permits(actor, 'report:work')
  return {
    report: { ...found, contact: mayWork ? found.contact : null },
    hasContact: found.contact !== null,
    about: about && { ...about, title: await publicTitle(db, about) },
    corrections: await correctionsSince(db, found.receivedAt),
    mayWork,
    mayDecide: permits(actor, 'report:decide'),
  }
}

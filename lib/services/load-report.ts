import 'server-only'
import { publicDb } from '@/lib/data/db'
import { publicTitle, reportOf, reportWaits } from '@/lib/data/public-reports'
import { type About, readTicket, type TicketView } from '@/lib/domain/report'

/** What a public page is called, or null when a stranger may not know that it exists. */
export const loadReportSubject = (about: About) => publicTitle(publicDb(), about)

/** How far a report has come, for whoever types its ticket; null when it is the number of none. */
export async function loadTicket(typed: string): Promise<TicketView | null> {
  const ticket = readTicket(typed)
  return ticket === null ? null : reportOf(publicDb(), ticket)
}

/** How long readers waited for an answer, of late. */
export const loadReportWaits = () => reportWaits(publicDb())

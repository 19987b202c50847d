import 'server-only'
import { publicDb } from '@/lib/data/db'

/** Whether the database answers a stranger's question. */
export async function isReady(): Promise<boolean> {
  try {
    await publicDb().$queryRaw`select 1`
    return true
  } catch {
    // Why it does not is in the log of whoever asked it something real.
    return false
  }
}

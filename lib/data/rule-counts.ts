import 'server-only'
import type { RuleCounts } from '@/lib/domain/calibration'
import type { Db } from './db'

/** What people decided about each rule's suggestions: numbers only, which a stranger's role may read. */
export const ruleCounts = (db: Db): Promise<RuleCounts[]> =>
  db.ruleCount.findMany({ select: { kind: true, rule: true, accepted: true, edited: true, dismissed: true } })

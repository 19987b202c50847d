import 'server-only'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import {
  candidatePairs,
  claimsToCompare,
  countToPair,
  insertPairs,
  pairEveryClaim,
  replaceKeys,
  takeClaimsToPair,
} from '@/lib/data/pairing'
import { ruleCounts } from '@/lib/data/rule-counts'
import { calibrated } from '@/lib/domain/calibration'
import { keysOf } from '@/lib/domain/claim-keys'
import { comparePair, slotsOf } from '@/lib/domain/claim-pair'
import type { HeldJob, Report } from '@/lib/domain/job'
import { type KnownNames, NOTHING_KNOWN } from '@/lib/domain/suggest/names'
import { RULESET } from '@/lib/domain/suggest/ruleset'

/** Claims per step: one transaction each, so that a step that was cut off is done again as a whole. */
const STEP = 500
/** Who acts when the machine proposes: nobody, by a name that says so. */
const MACHINE = 'rules'

/**
 * Compares claims that are new or changed with the whole archive, a step at a time: their keys are made anew, whoever shares
 * some is looked at, and what the rules say of a pair waits for a person. Returns how many claims were compared.
 */
export async function pairSomeClaims(
  db: PrismaClient,
  newId: () => string,
  known: KnownNames = NOTHING_KNOWN,
): Promise<number> {
  const counts = await ruleCounts(db)
  return transactionAs(db, MACHINE, async (tx) => {
    const taken = await takeClaimsToPair(tx, STEP)
    if (taken.length === 0) return 0
    const slots = new Map((await claimsToCompare(tx, taken)).map((claim) => [claim.id, slotsOf(claim, known)]))
    const keys = [...slots.values()].map((it) => ({ claimId: it.id, ...keysOf(it) }))
    await replaceKeys(
      tx,
      taken,
      keys.map(({ claimId, stored }) => ({ claimId, keys: stored })),
    )
    const pairs = await candidatePairs(
      tx,
      keys.map(({ claimId, sought }) => ({ claimId, keys: sought })),
    )
    const others = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].filter((id) => !slots.has(id))
    for (const claim of await claimsToCompare(tx, others)) slots.set(claim.id, slotsOf(claim, known))
    const found = pairs.flatMap(({ a, b }) => {
      const [x, y] = [slots.get(a), slots.get(b)]
      return x && y ? comparePair(x, y).map((suggestion) => ({ a, b, ...suggestion })) : []
    })
    if (found.length === 0) return taken.length
    await insertPairs(
      tx,
      calibrated(found, counts).map((it) => ({ id: newId(), ruleset: RULESET, ...it })),
    )
    return taken.length
  })
}

/** Compares every claim with every other anew; what was decided stays decided. */
export const pairClaims =
  (newId: () => string, known: KnownNames = NOTHING_KNOWN) =>
  async (db: PrismaClient, _job: HeldJob, report: Report): Promise<void> => {
    await pairEveryClaim(db)
    const total = await countToPair(db)
    for (let done = 0; ; ) {
      await report(Math.min(done, total), total)
      const some = await pairSomeClaims(db, newId, known)
      if (some === 0) return
      done += some
    }
  }

import 'server-only'
import type { z } from 'zod'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { sendOnceMore } from '@/lib/data/webhooks'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { SendAgain } from '@/lib/domain/webhook'

/** Sends what was delivered or given up once more, under the same id: a receiver that had it knows it. */
export async function sendAgain(
  { db, actor }: Desk<PrismaClient>,
  raw: z.input<typeof SendAgain>,
): Promise<Record<string, never>> {
  const proof = permit(actor, 'settings:manage')
  const { deliveryId } = readInput(SendAgain, raw)
  return transactionAs(db, proof.by, async (tx) => {
    if (!(await sendOnceMore(tx, proof, deliveryId))) throw new Fault('not_found', 'delivery that is over')
    return {}
  })
}

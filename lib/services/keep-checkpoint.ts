import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { headToSign, insertCheckpoint } from '@/lib/data/public-log'
import type { Checkpoint } from '@/lib/domain/checkpoint'

/**
 * Signs the head of the log when it is due: after each publication, and once an hour while anything is written. No person acts
 * here, and nothing of the record changes. Several servers of one database may try at once; one checkpoint is kept.
 * @returns whether a checkpoint was kept
 */
export async function keepCheckpoint(
  db: PrismaClient,
  signed: (checkpoint: Omit<Checkpoint, 'origin'>) => string,
): Promise<boolean> {
  const head = await headToSign(db)
  return head !== null && (await insertCheckpoint(db, head.seq, head.root, signed(head)))
}

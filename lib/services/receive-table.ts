import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import {
  dropBrokenUploads,
  dropTableChunks,
  insertTableChunk,
  insertTableImport,
  sealTableImport,
  updateTableImport,
} from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { invalid } from '@/lib/domain/fault'
import { line, oneOf, readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import {
  CHUNK_BYTES,
  FILE_FORMATS,
  MAX_REVIEW_BYTES,
  MAX_TABLE_BYTES,
  MAX_WORKBOOK_BYTES,
} from '@/lib/domain/table-import'

export const ReceiveTable = z.strictObject({
  name: line(),
  format: oneOf(FILE_FORMATS),
  /** How many bytes there should be, when whoever sends them said so. */
  declared: z.int().min(0).nullable().default(null),
  /** The SHA-256 they should have, when whoever sends them said so. */
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
})

const MEBIBYTE = 1_048_576

/**
 * Takes in the bytes of a table, a part at a time, and keeps them with their SHA-256. What does not arrive whole is never
 * read: it is told as a fault, and its parts are forgotten.
 */
export async function receiveTable(
  { db, actor, newId, now }: Desk<PrismaClient>,
  raw: z.input<typeof ReceiveTable>,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ id: string; sha256: string; bytes: number }> {
  const proof = permit(actor, 'claim:add')
  permit(actor, 'claim:edit')
  const { name, format, declared, digest } = readInput(ReceiveTable, raw)
  // What others published is kept by who answers for sources.
  if (format === 'claimreview') permit(actor, 'source:manage')
  const most = {
    csv: MAX_TABLE_BYTES,
    cells: MAX_TABLE_BYTES,
    xlsx: MAX_WORKBOOK_BYTES,
    claimreview: MAX_REVIEW_BYTES,
  }[format]
  const tooBig = () => invalid({ field: 'file', reason: 'file_too_big', values: { max: `${most / MEBIBYTE} MB` } })
  if (declared !== null && declared > most) throw tooBig()
  await dropBrokenUploads(db)
  const id = newId()
  await insertTableImport(db, proof, { id, name, format, sender: name, createdById: proof.by })
  const hash = createHash('sha256')
  let [total, n, held]: [number, number, Uint8Array[]] = [0, 0, []]
  let heldBytes = 0
  const keep = async (): Promise<void> => {
    if (heldBytes === 0) return
    await insertTableChunk(db, id, n++, Buffer.concat(held))
    held = []
    heldBytes = 0
  }
  try {
    for await (const part of bytes) {
      total += part.length
      if (total > most) throw tooBig()
      hash.update(part)
      held.push(part)
      heldBytes += part.length
      if (heldBytes >= CHUNK_BYTES) await keep()
    }
    await keep()
    if (total === 0) throw invalid({ field: 'file', reason: 'required' })
    if (declared !== null && declared !== total) throw invalid({ field: 'file', reason: 'cut_short' })
    const sha256 = hash.digest('hex')
    if (digest !== null && digest !== sha256) throw invalid({ field: 'file', reason: 'cut_short' })
    return await transactionAs(db, proof.by, async (tx) => {
      await sealTableImport(tx, proof, id, { bytes: total, sha256 })
      return { id, sha256, bytes: total }
    })
  } catch (error) {
    await dropTableChunks(db, id)
    await updateTableImport(db, proof, id, { state: 'cancelled', finishedAt: now })
    throw error
  }
}

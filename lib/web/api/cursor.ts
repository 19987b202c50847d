import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { isUuid } from '@/lib/domain/ids'
import { env } from '@/lib/env'
import type { Turn } from '@/lib/services/load-records'
import { HttpRefusal } from '../problem'

/** What a cursor is good for: one list, one filter, one reader. */
export type Bound = { kind: string; filter: Readonly<Record<string, string | undefined>>; reader: string | null }

/** Half a SHA-256 is enough for a place in a list. */
const SIGNATURE_BYTES = 16

/** Signed, so that a cursor is taken from an answer and never made up; what it is bound to is in the signature only. */
function signatureOf({ side, id }: Turn, { kind, filter, reader }: Bound): Buffer {
  const said = JSON.stringify([kind, Object.entries(filter).sort(), reader, id, side])
  // Without a secret (development) the signature proves nothing but that nobody mistyped; the id is checked all the same.
  return createHmac('sha256', `recoupe cursor ${env().NEXTAUTH_SECRET ?? ''}`)
    .update(said)
    .digest()
    .subarray(0, SIGNATURE_BYTES)
}

/** The page that stands right after or before an id, as one opaque word: which of the two shows in the signature. */
export const writeCursor = (turn: Turn, bound: Bound): string =>
  Buffer.concat([Buffer.from(turn.id.replaceAll('-', ''), 'hex'), signatureOf(turn, bound)]).toString('base64url')

/** What a cursor says, or a 400: altered, cut, or from another list, filter or reader. */
export function readCursor(cursor: string, bound: Bound): Turn {
  const bytes = Buffer.from(cursor, 'base64url')
  const hex = bytes.subarray(0, 16).toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const signature = bytes.subarray(16)
  const turns = (['after', 'before'] as const).map((side): Turn => ({ side, id }))
  const turn =
    bytes.toString('base64url') === cursor && isUuid(id) && signature.length === SIGNATURE_BYTES
      ? turns.find((it) => timingSafeEqual(signature, signatureOf(it, bound)))
      : undefined
  if (turn) return turn
  throw new HttpRefusal(400, {
    fr: 'cursor n’est pas d’une réponse à cette même question. Recommencez sans lui.',
    en: 'cursor is not from an answer to this same question. Start again without it.',
  })
}

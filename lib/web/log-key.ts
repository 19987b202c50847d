import 'server-only'
import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto'
import { type Checkpoint, checkpointText, logOrigin, signedNote } from '@/lib/domain/checkpoint'
import { env } from '@/lib/env'

/** DER of an Ed25519 private key up to its 32 bytes (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const ED25519 = 0x01

export type LogKey = {
  /** Name, key id and public key, as signed notes are verified with: `name+id+base64`. */
  verifier: string
  /** A checkpoint as a signed note. */
  signed: (checkpoint: Omit<Checkpoint, 'origin'>) => string
}

/** The key of a log, made from one secret; the name is part of its id (c2sp.org/signed-note). */
export function logKeyOf(secret: string, origin: string): LogKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, 'recoupe', 'log checkpoints', 32))
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const publicBytes = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
  const named = Buffer.concat([Buffer.from([ED25519]), publicBytes])
  const id = createHash('sha256').update(`${origin}\n`).update(named).digest().subarray(0, 4)
  return {
    verifier: `${origin}+${id.toString('hex')}+${named.toString('base64')}`,
    signed: (checkpoint) => {
      const text = checkpointText({ ...checkpoint, origin })
      return signedNote(text, origin, Buffer.concat([id, sign(null, Buffer.from(text), key)]).toString('base64'))
    },
  }
}

let kept: LogKey | null | undefined
/** The key of this server, or null: without RECOUPE_LOG_KEY nothing is signed. */
export function logKey(): LogKey | null {
  const { RECOUPE_LOG_KEY: secret, RECOUPE_URL } = env()
  kept ??= secret === undefined ? null : logKeyOf(secret, logOrigin(RECOUPE_URL))
  return kept
}

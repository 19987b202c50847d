import 'server-only'
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { IdentitySeal } from '@/lib/domain/protected-identity'
import { env } from '@/lib/env'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** Seals with one secret. The id of the source is authenticated beside the words, so that no row can be moved to another source. */
export function identitySealOf(secret: string): IdentitySeal {
  const key = Buffer.from(hkdfSync('sha256', secret, 'recoupe', 'protected identities', KEY_BYTES))
  const keyId = createHash('sha256').update(key).digest('hex').slice(0, 16)
  return {
    seal: (sourceId, identity) => {
      const nonce = new Uint8Array(randomBytes(NONCE_BYTES))
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(sourceId))
      const words = [cipher.update(identity, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return { ciphertext: new Uint8Array(Buffer.concat(words)), nonce, keyId }
    },
    open: (sourceId, sealed) => {
      if (sealed.keyId !== keyId || sealed.ciphertext.length < TAG_BYTES) return null
      const words = Buffer.from(sealed.ciphertext)
      try {
        const decipher = createDecipheriv(CIPHER, key, sealed.nonce, { authTagLength: TAG_BYTES })
        decipher.setAAD(Buffer.from(sourceId)).setAuthTag(words.subarray(-TAG_BYTES))
        return Buffer.concat([decipher.update(words.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
      } catch {
        // The tag does not fit: what is kept was changed, or was sealed for another source. Nothing is shown.
        return null
      }
    },
  }
}

let kept: IdentitySeal | undefined
/** The seal of this server. Without RECOUPE_SOURCE_KEY nothing is sealed and nothing opens. */
export function identitySeal(): IdentitySeal {
  const { RECOUPE_SOURCE_KEY: secret } = env()
  kept ??= secret === undefined ? { seal: () => null, open: () => null } : identitySealOf(secret)
  return kept
}

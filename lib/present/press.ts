import type { ClaimRecord } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'

/** A document ready to be kept and sent: its bytes, plain and compressed, what they are known by, and their data. */
export type Pressed = {
  address: string
  body: Uint8Array<ArrayBuffer>
  gzip: Uint8Array<ArrayBuffer>
  brotli: Uint8Array<ArrayBuffer>
  sha256: Uint8Array<ArrayBuffer>
  etag: string
  claimReview: object
}

/** Makes the public document of a verdict in one language. The one who publishes is handed it: services know no web. */
export type Press = (record: ClaimRecord, lang: Language) => Promise<Pressed>

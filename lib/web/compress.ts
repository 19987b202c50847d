import 'server-only'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** The bytes of a document, ready to be sent in any encoding a reader asks for, and what they are known by. */
export type Compressed = { gzip: Buffer; brotli: Buffer; sha256: Buffer; etag: string }

/** A published page is compressed once and sent for years; one rendered on demand lives until something changes. */
const EFFORT = { published: { gzip: 9, brotli: 11 }, onDemand: { gzip: 6, brotli: 5 } } as const

/**
 * Compresses once what will be sent many times. The ETag is strong and comes from the bytes: the same document has the same
 * one on every instance.
 */
export async function compressed(body: Buffer, effort: keyof typeof EFFORT = 'published'): Promise<Compressed> {
  const level = EFFORT[effort]
  const [gzipBytes, brotliBytes] = await Promise.all([
    gzipped(body, { level: level.gzip }),
    brotlied(body, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: level.brotli,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  ])
  const sha256 = createHash('sha256').update(body).digest()
  return { gzip: gzipBytes, brotli: brotliBytes, sha256, etag: `"${sha256.toString('base64url').slice(0, 27)}"` }
}

import 'server-only'
import { claimPath } from '@/lib/present/addresses'
import type { Press } from '@/lib/present/press'
import { renderVerdict } from '@/lib/present/verdict-publication'
import { compressed } from './compress'
import { siteContext } from './public-document'

/** Bytes with a buffer of their own, as Prisma wants them. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)

/** The public document of a verdict in one language, with all that is kept beside it. */
export const press: Press = async (record, lang) => {
  const { html, claimReview } = renderVerdict(record, await siteContext(lang))
  const body = Buffer.from(html)
  const { gzip, brotli, sha256, etag } = await compressed(body)
  return {
    address: claimPath(lang, record.slug),
    body: owned(body),
    gzip: owned(gzip),
    brotli: owned(brotli),
    sha256: owned(sha256),
    etag,
    claimReview,
  }
}

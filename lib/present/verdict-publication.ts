import type { ClaimRecord } from '@/lib/domain/record'
import { claimReviewOf } from './claim-review'
import type { DocumentContext } from './context'
import { verdictDocument } from './documents/verdict-document'

/**
 * What is published of one verdict in one language: the whole page with its data inside, and the same data by itself.
 * A withdrawn verdict has a page and no data (`{}`): nothing is claimed any more.
 */
export const renderVerdict = (record: ClaimRecord, ctx: DocumentContext): { html: string; claimReview: object } => ({
  html: verdictDocument(record, ctx),
  claimReview: claimReviewOf(record, ctx) ?? {},
})

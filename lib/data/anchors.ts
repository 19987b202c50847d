import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { Quote, Span } from '@/lib/domain/quote'
import type { Db } from './db'

/** Writes a place in a text; PostgreSQL refuses it when its words are not the text there. */
export async function insertAnchor(
  db: Db,
  _proof: Permit<'claim:add' | 'entity:link'>,
  id: string,
  dispatchVersionId: string,
  span: Span,
  quote: Quote,
): Promise<void> {
  await db.anchor.create({
    data: {
      id,
      dispatchVersionId,
      start: span.start,
      end: span.end,
      exact: quote.exact,
      prefix: quote.prefix,
      suffix: quote.suffix,
    },
  })
}

import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { type SearchPage, search } from '@/lib/data/search'
import type { Desk } from '@/lib/domain/desk'
import type { Found } from '@/lib/domain/found'
import { permit } from '@/lib/domain/permission'
import type { SearchQuery } from '@/lib/domain/search-query'

/** What a question finds on the desk, where unpublished claims are found too, from a page of it. */
export async function loadDeskSearch(
  { db, actor }: Desk<PrismaClient>,
  query: SearchQuery,
  page: SearchPage = null,
): Promise<Found> {
  permit(actor, 'desk:read')
  return search(db, query, { page, eyes: 'desk' })
}

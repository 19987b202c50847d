import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { sortInSearch } from '@/lib/data/search-plan'

/**
 * Sorts what was written since the last time into the index of the search. The server's own work, as the comparison of
 * claims is: nobody asks for it, and it changes nothing that anybody can see.
 */
export const tidySearch = (db: PrismaClient): Promise<void> => sortInSearch(db)

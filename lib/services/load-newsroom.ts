import 'server-only'
import { publicDb } from '@/lib/data/db'
import { newsroomOf, siteOf } from '@/lib/data/settings'

/** What the newsroom calls itself, as any stranger may read it. */
export const loadNewsroom = (): Promise<string> => newsroomOf(publicDb())

/** What stands on every public page: the newsroom's name and the latest checkpoint, as any stranger may read them. */
export const loadSite = () => siteOf(publicDb())

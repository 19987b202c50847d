import 'server-only'
import { publicDb } from '@/lib/data/db'
import { newsroomOf } from '@/lib/data/settings'

/** What the newsroom calls itself, as any stranger may read it. */
export const loadNewsroom = (): Promise<string> => newsroomOf(publicDb())

import 'server-only'
import { publicDb } from '@/lib/data/db'
import { publicPages } from '@/lib/data/public-pages'

/** Every page that a stranger may read, for those who look for all of them. */
export const loadPublicPages = () => publicPages(publicDb())

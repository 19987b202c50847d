import { MarkConflict, markConflict } from '@/lib/services/mark-conflict'
import { making } from '@/lib/web/route'

/** Marks a conflict between two or more positions. */
export const POST = making(MarkConflict, markConflict, ({ slug }) => `/fr/desk/conflicts/${slug}`)

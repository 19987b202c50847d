import { MarkConflict, markConflict } from '@/lib/services/mark-conflict'
import { verb } from '@/lib/web/route'

/** Marks a conflict between two or more positions. */
export const POST = verb({
  body: MarkConflict,
  run: markConflict,
  status: 201,
  place: ({ slug }) => `/fr/desk/conflicts/${slug}`,
})

import { ResolveConflict, resolveConflict } from '@/lib/services/resolve-conflict'
import { verb } from '@/lib/web/route'

/** Settles a conflict, with the rationale the public will read. */
export const POST = verb({
  body: ResolveConflict.omit({ conflictId: true }),
  run: (desk, input, { id }: { id: string }) => resolveConflict(desk, { ...input, conflictId: id }),
})

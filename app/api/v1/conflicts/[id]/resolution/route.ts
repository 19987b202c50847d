import { Fault } from '@/lib/domain/fault'
import { ResolveConflict, resolveConflict } from '@/lib/services/resolve-conflict'
import { jsonBody, route } from '@/lib/web/route'

const Body = ResolveConflict.omit({ conflictId: true })

/** Settles a conflict, with the rationale the public will read. */
export const POST = route<{ id: string }>(async (request, desk, { id }) => {
  if (desk.actor === null) throw new Fault('not_signed_in', 'api')
  const body = await jsonBody(request, Body)
  return Response.json(await resolveConflict(desk, { ...body, conflictId: id }))
})

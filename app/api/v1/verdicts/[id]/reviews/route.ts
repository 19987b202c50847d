import { Fault } from '@/lib/domain/fault'
import { CastReview, castReview } from '@/lib/services/cast-review'
import { jsonBody, route } from '@/lib/web/route'

const Body = CastReview.omit({ verdictId: true })

/** A reader's own rating of a claim whose verdict waits for its second reading. */
export const POST = route<{ id: string }>(async (request, desk, { id }) => {
  if (desk.actor === null) throw new Fault('not_signed_in', 'api')
  const body = await jsonBody(request, Body)
  return Response.json(await castReview(desk, { ...body, verdictId: id }), { status: 201 })
})

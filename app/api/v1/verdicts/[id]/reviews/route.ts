import { CastReview, castReview } from '@/lib/services/cast-review'
import { verb } from '@/lib/web/route'

/** A reader's own rating of a claim whose verdict waits for its second reading. */
export const POST = verb({
  body: CastReview.omit({ verdictId: true }),
  run: (desk, input, { id }: { id: string }) => castReview(desk, { ...input, verdictId: id }),
  status: 201,
})

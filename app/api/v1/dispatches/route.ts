import { AddDispatch, addDispatch } from '@/lib/services/add-dispatch'
import { verb } from '@/lib/web/route'

/** Takes a dispatch in. A million letters, each at most six bytes once escaped, and the rest of the form. */
export const POST = verb({
  body: AddDispatch,
  run: addDispatch,
  status: 201,
  place: ({ slug }) => `/fr/desk/dispatches/${slug}`,
  limit: 6_500_000,
})

import { AddDispatch, addDispatch } from '@/lib/services/add-dispatch'
import { making } from '@/lib/web/route'

/** A million letters, each at most six bytes once escaped, and the rest of the form. */
const MAX_BYTES = 6_500_000

/** Takes a dispatch in. */
export const POST = making(AddDispatch, addDispatch, ({ slug }) => `/fr/desk/dispatches/${slug}`, MAX_BYTES)

import { Fault } from '@/lib/domain/fault'
import { languageOf } from '@/lib/web/problem'
import { receiveForm } from '@/lib/web/receive-form'
import { route } from '@/lib/web/route'

/** Takes in a table from a form of the desk, a part at a time, and leads to what it says; a refusal leads back to the form. */
export const POST = route(async (request, desk) => {
  const here = `/${languageOf(request)}/desk/import`
  const to = (path: string) => new Response(null, { status: 303, headers: { Location: path } })
  try {
    return to(`${here}/${(await receiveForm(desk, request)).id}`)
  } catch (error) {
    const reason = error instanceof Fault ? error.fields.find(({ field }) => field === 'file')?.reason : undefined
    if (reason === undefined) throw error
    return to(`${here}?refused=${reason}`)
  }
})

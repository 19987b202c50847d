'use server'
import { redirect } from 'next/navigation'
import { readPicks } from '@/lib/domain/batch'
import { ClaimsForm, claimsChangeOf, selectionOf } from '@/lib/domain/batch-form'
import { queryOf, readQuery } from '@/lib/domain/desk-filter'
import { changeClaims } from '@/lib/services/change-claims'
import { formAction } from '@/lib/web/action'
import { offerUndo } from '@/lib/web/undo-offer'

/** One change on the chosen claims, then the list as it was; or the way to a new conflict between them. */
export const changeClaimsAction = formAction(ClaimsForm, async (desk, form): Promise<null> => {
  if (form.do === 'conflict') {
    const refs = readPicks(form.pick).map(({ ref }) => ref)
    redirect(`/${form.lang}/desk/conflicts/new?claims=${refs.join(',')}`)
  }
  const { done, already, undo } = await changeClaims(desk, {
    change: claimsChangeOf(form, desk.actor?.id ?? null),
    selection: selectionOf(form),
  })
  await offerUndo(undo)
  const query = new URLSearchParams(queryOf(readQuery('claims', form.query)))
  query.set('done', `${done}.${already}`)
  redirect(`/${form.lang}/desk/claims?${query}`)
})

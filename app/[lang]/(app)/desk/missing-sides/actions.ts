'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { AddCommentRequest, addCommentRequest } from '@/lib/services/add-comment-request'
import { ChangeCommentRequest, changeCommentRequest } from '@/lib/services/change-comment-request'
import { formAction } from '@/lib/web/action'
import { safeNext } from '@/lib/web/safe-next'
import { offerUndo } from '@/lib/web/undo-offer'

const here = { back: z.string() }
const pageOf = (back: string): string => {
  const path = safeNext(back, '/')
  return `${path}${path.includes('?') ? '&' : '?'}done=asked#missing-sides`
}

export const addCommentRequestAction = formAction(
  AddCommentRequest.extend(here),
  async (desk, { back, ...input }): Promise<null> => {
    await offerUndo((await addCommentRequest(desk, input)).undo)
    redirect(pageOf(back))
  },
)

export const changeCommentRequestAction = formAction(
  ChangeCommentRequest.extend(here),
  async (desk, { back, ...input }): Promise<null> => {
    await offerUndo((await changeCommentRequest(desk, input)).undo)
    redirect(pageOf(back))
  },
)

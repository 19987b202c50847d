'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { AddStatement, addStatement } from '@/lib/services/add-statement'
import { ChangeEvent, changeEvent } from '@/lib/services/change-event'
import { ChangeStatement, changeStatement } from '@/lib/services/change-statement'
import { DeprecateStatement, deprecateStatement } from '@/lib/services/deprecate-statement'
import { formAction } from '@/lib/web/action'
import { safeNext } from '@/lib/web/safe-next'
import { offerUndo } from '@/lib/web/undo-offer'

/** Where the form stood: the matrix under the reader's filters. */
const here = { back: z.string() }
const pageOf = (back: string, done: string, hash = ''): string => {
  const path = safeNext(back, '/')
  return `${path}${path.includes('?') ? '&' : '?'}done=${done}${hash}`
}

export const addStatementAction = formAction(
  AddStatement.extend(here),
  async (desk, { back, ...input }): Promise<null> => {
    const { undo } = await addStatement(desk, input)
    await offerUndo(undo)
    redirect(pageOf(back, 'added', `#cell-${input.occurrenceId}.${input.property}`))
  },
)

export const changeStatementAction = formAction(
  ChangeStatement.extend({ ...here, keepsSides: z.literal('on').optional() }),
  async (desk, { back, keepsSides, ...input }): Promise<null> => {
    await offerUndo((await changeStatement(desk, { ...input, keepsSides: keepsSides === 'on' })).undo)
    redirect(pageOf(back, 'replaced'))
  },
)

export const deprecateStatementAction = formAction(
  DeprecateStatement.extend(here),
  async (desk, { back, ...input }): Promise<null> => {
    await offerUndo((await deprecateStatement(desk, input)).undo)
    redirect(pageOf(back, 'aside'))
  },
)

export const changeEventAction = formAction(
  ChangeEvent.extend(here),
  async (desk, { back, ...input }): Promise<null> => {
    const { undo } = await changeEvent(desk, input)
    await offerUndo(undo)
    redirect(pageOf(back, 'event'))
  },
)

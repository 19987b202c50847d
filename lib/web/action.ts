import 'server-only'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import { env } from '@/lib/env'
import type { ActionFailure, ActionResult, FormState } from './action-result'
import { deskOfRequest } from './desk'
import { objectOfForm } from './form-values'
import { originOf, senderOf } from './request-guard'
import { offerUndo, undoIn } from './undo-offer'
import { isUnavailable, logUnexpected, newRequestId } from './unexpected'

export type { ActionFailure, ActionResult, FormState } from './action-result'

/** Whether a stranger may call this: only to sign in or to accept an invitation. */
type Door = { open?: 'signed-in' | 'anyone' }
type Run<S extends z.ZodType, T> = (desk: Desk<PrismaClient>, input: z.output<S>) => Promise<T>

/** Parse, run, translate: the only shape a server action may have. For client components, which send an object. */
export const action =
  <S extends z.ZodType, T>(schema: S, run: Run<S, T>, door: Door = {}) =>
  (raw: unknown): Promise<ActionResult<T>> =>
    answer(schema, run, door, raw)

/** The same for `<form action>`: works before and without JavaScript. Fields named `chain.0.sourceId` become lists and objects. */
export const formAction =
  <S extends z.ZodType, T>(schema: S, run: Run<S, T>, door: Door = {}) =>
  async (_before: FormState<T>, form: FormData): Promise<FormState<T>> => {
    const { nested, typed } = objectOfForm(form)
    const result = await answer(schema, run, door, nested)
    return { result, typed: result.ok ? {} : typed }
  }

async function answer<S extends z.ZodType, T>(
  schema: S,
  run: Run<S, T>,
  door: Door,
  raw: unknown,
): Promise<ActionResult<T>> {
  try {
    if (originOf(senderOf(await headers()), env().RECOUPE_URL) !== 'own')
      throw new Fault('forbidden', 'not sent by one of our pages')
    const desk = await deskOfRequest()
    if (desk.actor === null && door.open !== 'anyone') throw new Fault('not_signed_in', 'action')
    const value = await run(desk, readInput(strict(schema), raw))
    await offerUndo(undoIn(value))
    return { ok: true, value }
  } catch (error) {
    unstable_rethrow(error) // redirect() and notFound() are thrown by Next on purpose
    return failureOf(error)
  }
}

function failureOf(error: unknown): ActionFailure {
  const requestId = newRequestId()
  if (error instanceof Fault)
    return { ok: false, code: error.code, fields: error.fields, collision: error.collision, requestId }
  logUnexpected(requestId, 'action', error)
  return {
    ok: false,
    code: isUnavailable(error) ? 'unavailable' : 'unexpected',
    fields: [],
    collision: null,
    requestId,
  }
}

/** A key nobody asked for is refused, not ignored (trust.md A5). */
const strict = <S extends z.ZodType>(schema: S): S =>
  schema instanceof z.ZodObject && schema.def.catchall === undefined ? (schema.strict() as unknown as S) : schema

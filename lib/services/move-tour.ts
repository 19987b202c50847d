import 'server-only'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import { putTourStep, tourSights } from '@/lib/data/tours'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { TOUR_STEPS, tourPath } from '@/lib/domain/tour'

export const MoveTour = z.strictObject({ to: z.coerce.number().int().min(0).max(5) })

/** Goes to a step of the tour, or puts it away (0). Answers the page of the step, or null. Like a preference, it leaves no trace. */
export async function moveTour(
  { db, actor }: Desk<PrismaClient>,
  raw: z.input<typeof MoveTour>,
): Promise<string | null> {
  const { by } = permit(actor, 'desk:read')
  const { to } = readInput(MoveTour, raw)
  const step = TOUR_STEPS.find((it) => it === to)
  const path = step ? tourPath(step, await tourSights(db)) : null
  if (step && path === null) throw new Fault('not_found', 'the sample is not there')
  await putTourStep(db, by, to)
  return path
}

import { z } from 'zod'
import type { Reason } from './fault'
import { textFault } from './text'

/** Largest draft, in bytes as stored: about forty pages. */
export const MAX_DRAFT_BYTES = 262_144

/** What is being written, and where: `claim:<version of the dispatch>`, `verdict:<claim>`. */
export type DraftKey = string
/** The fields of a form as they stand; what they mean is the form's business. */
export type DraftContent = Readonly<Record<string, unknown>>
/** A draft as it was kept, with the database's time. */
export type KeptDraft = { content: DraftContent; savedAt: string }

export const draftKey = () =>
  z
    .string()
    .max(200)
    .regex(/^[a-z][a-z-]*(:[A-Za-z0-9._-]+)*$/)

/** Why a draft cannot be kept as it is, or null: too large, or words PostgreSQL cannot hold. */
export function draftFault(content: DraftContent): Reason | null {
  const size = new TextEncoder().encode(JSON.stringify(content)).length
  if (size > MAX_DRAFT_BYTES) return 'too_long'
  for (const words of wordsIn(content)) {
    const fault = textFault(words, MAX_DRAFT_BYTES)
    if (fault) return fault
  }
  return null
}

function* wordsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      yield key
      yield* wordsIn(inner)
    }
}

export const draftContent = () =>
  z.record(z.string(), z.json()).check((ctx) => {
    const reason = draftFault(ctx.value)
    if (reason)
      ctx.issues.push({
        code: 'custom',
        input: ctx.value,
        params: { reason, values: { max: MAX_DRAFT_BYTES } },
        continue: false,
      })
  })

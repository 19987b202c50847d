'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { oneOf, uuid, version } from '@/lib/domain/input'
import type { Undo } from '@/lib/domain/undo'
import { CLAIM_RELATION_KINDS } from '@/lib/domain/vocabulary'
import { DismissSuggestion, dismissSuggestion } from '@/lib/services/dismiss-suggestion'
import { relateClaims } from '@/lib/services/relate-claims'
import { formAction } from '@/lib/web/action'
import { offerUndo } from '@/lib/web/undo-offer'

const decided = async ({ undo }: { undo: Undo }): Promise<null> => {
  await offerUndo(undo)
  revalidatePath('/[lang]/desk/similar-claims', 'page')
  revalidatePath('/[lang]/desk/claims/[slug]', 'page')
  return null
}

/** One choice of a list says the kind and the direction at once: "repeats FROM TO". */
const Relation = z
  .string()
  .transform((it) => it.split(' '))
  .pipe(z.tuple([oneOf(CLAIM_RELATION_KINDS), uuid(), uuid()]))
const RelatePair = z.strictObject({ suggestionId: uuid(), version: version(), relation: Relation })

export const relatePairAction = formAction(RelatePair, async (desk, { suggestionId, version, relation }) => {
  const [kind, fromId, toId] = relation
  return decided(await relateClaims(desk, { kind, fromId, toId, suggestion: { id: suggestionId, version } }))
})
export const dismissPairAction = formAction(DismissSuggestion, async (desk, input) =>
  decided(await dismissSuggestion(desk, input)),
)

'use server'
import { revalidatePath } from 'next/cache'
import { SuggestedClaimForm, typedClaimOf } from '@/lib/domain/suggestion-form'
import type { Undo } from '@/lib/domain/undo'
import { AcceptClaimSuggestion, acceptClaimSuggestion } from '@/lib/services/accept-claim-suggestion'
import { AcceptNameSuggestion, acceptNameSuggestion } from '@/lib/services/accept-name-suggestion'
import { DismissSuggestion, dismissSuggestion } from '@/lib/services/dismiss-suggestion'
import { ProposeSuggestions, proposeSuggestions } from '@/lib/services/propose-suggestions'
import { formAction } from '@/lib/web/action'
import { gazetteers } from '@/lib/web/gazetteers'
import { modelProposer } from '@/lib/web/model-proposer'
import { offerUndo } from '@/lib/web/undo-offer'

const remade = () => revalidatePath('/[lang]/desk/dispatches/[slug]', 'page')
const decided = async ({ undo }: { undo: Undo }): Promise<null> => {
  await offerUndo(undo)
  remade()
  return null
}

export const proposeAction = formAction(ProposeSuggestions, async (desk, input) => {
  const found = await proposeSuggestions(desk, input, { ...(await gazetteers()), proposer: modelProposer() })
  remade()
  return found
})

/** As proposed, or as the form has it. */
export const acceptClaimAction = formAction(
  AcceptClaimSuggestion.omit({ claim: true }).extend({ claim: SuggestedClaimForm.optional() }),
  async (desk, { claim, ...which }) =>
    decided(await acceptClaimSuggestion(desk, { ...which, ...(claim ? { claim: typedClaimOf(claim) } : {}) })),
)
export const acceptNameAction = formAction(AcceptNameSuggestion, async (desk, input) =>
  decided(await acceptNameSuggestion(desk, input)),
)
export const dismissAction = formAction(DismissSuggestion, async (desk, input) =>
  decided(await dismissSuggestion(desk, input)),
)

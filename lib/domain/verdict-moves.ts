import { type Actor, permits } from './permission'
import { applyVerdictEvent } from './verdict'
import type { VerdictState } from './vocabulary'

/** Why a step is closed to this person now; each has a sentence in both languages. */
export type WhyNot =
  | 'role_reviewer'
  | 'role_editor'
  | 'no_draft'
  | 'withdrawn'
  | 'already_sent'
  | 'not_sent'
  | 'is_author'
  | 'already_read'
  | 'needs_second_reader'
  | 'already_published'
  | 'rate_first'
  | 'blind_draft'
/** null: the step is open. */
export type Moves = Record<'edit' | 'submit' | 'read' | 'publish', WhyNot | null>

type AtWork = { state: VerdictState; authorId: string; secondReaderId: string | null }

/** What this person may do with a verdict now; `null` for a claim without a verdict. Services ask the same questions again. */
export function verdictMoves(actor: Actor, verdict: AtWork | null, fourEyes: boolean): Moves {
  const reviewer = permits(actor, 'verdict:draft') ? null : 'role_reviewer'
  const editor = permits(actor, 'verdict:publish') ? null : 'role_editor'
  if (!verdict)
    return {
      edit: reviewer,
      submit: reviewer ?? 'no_draft',
      read: reviewer ?? 'no_draft',
      publish: editor ?? 'no_draft',
    }
  const { state, authorId, secondReaderId } = verdict
  const withdrawn = state === 'withdrawn' ? 'withdrawn' : null
  return {
    edit: reviewer ?? withdrawn,
    submit: reviewer ?? withdrawn ?? (applyVerdictEvent(state, { kind: 'submitted' }) ? null : 'already_sent'),
    read:
      reviewer ??
      withdrawn ??
      (state !== 'second_reading'
        ? 'not_sent'
        : actor?.id === authorId
          ? 'is_author'
          : secondReaderId !== null
            ? 'already_read'
            : null),
    publish:
      editor ??
      withdrawn ??
      (state === 'published' || state === 'corrected'
        ? 'already_published'
        : fourEyes && secondReaderId === null
          ? 'needs_second_reader'
          : applyVerdictEvent(state, { kind: 'published' })
            ? null
            : 'not_sent'),
  }
}

/** What decides whether a blind reading hides a verdict: who wrote it, when it was sent, and whether its author is still here. */
export type Blind = AtWork & { isBlind: boolean; submittedAt: Date | null; isAuthorGone: boolean }
/**
 * Are the first rating, its words and its author kept from this person? In a blind reading they are, from the draft until
 * the person has given a rating of their own after it was sent, or somebody has approved it. The database says the same in
 * `verdict_is_hidden_from`. A draft whose author has left is open again, so that somebody can take it over.
 */
export const isHiddenFrom = (actor: Actor, verdict: Blind, ownRatingAt: Date | null): boolean =>
  verdict.isBlind &&
  verdict.secondReaderId === null &&
  actor?.id !== verdict.authorId &&
  (verdict.state === 'second_reading' || (verdict.state === 'draft' && !verdict.isAuthorGone)) &&
  !(ownRatingAt !== null && verdict.submittedAt !== null && ownRatingAt >= verdict.submittedAt)

/** Is this rating the reader's own, given before they could see the first one? A second word on a claim never is. */
export const isIndependent = (
  verdict: AtWork & { isBlind: boolean },
  reader: string,
  hasRatedBefore: boolean,
): boolean =>
  verdict.isBlind &&
  verdict.state === 'second_reading' &&
  verdict.secondReaderId === null &&
  verdict.authorId !== reader &&
  !hasRatedBefore

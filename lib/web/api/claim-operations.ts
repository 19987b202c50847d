import 'server-only'
import { z } from 'zod'
import { AddClaim } from '@/lib/domain/claim-input'
import { addClaim } from '@/lib/services/add-claim'
import { AddCommentRequest, addCommentRequest } from '@/lib/services/add-comment-request'
import { AddStatement, addStatement } from '@/lib/services/add-statement'
import { AttributeClaim, attributeClaim } from '@/lib/services/attribute-claim'
import { ChangeClaim, changeClaim } from '@/lib/services/change-claim'
import { ChangeClaims, changeClaims } from '@/lib/services/change-claims'
import { ChangeCommentRequest, changeCommentRequest } from '@/lib/services/change-comment-request'
import { ChangeStatement, changeStatement } from '@/lib/services/change-statement'
import { DeprecateStatement, deprecateStatement } from '@/lib/services/deprecate-statement'
import { DiscardClaim, discardClaim } from '@/lib/services/discard-claim'
import { DiscardCommentRequest, discardCommentRequest } from '@/lib/services/discard-comment-request'
import { EndClaimRelation, endClaimRelation } from '@/lib/services/end-claim-relation'
import { PutRequestBack, putRequestBack } from '@/lib/services/put-request-back'
import { PutStatementBack, putStatementBack } from '@/lib/services/put-statement-back'
import { RelateClaims, relateClaims } from '@/lib/services/relate-claims'
import { at, BatchDone, Changed, ID, ID_2, made, Nothing, type Operation, undoable, verb } from './operation'

const tag = 'claims'
const Discard = DiscardClaim.omit({ restore: true })

export const CLAIM_OPERATIONS: Operation[] = [
  verb({
    id: 'addClaim',
    path: '/claims',
    tag,
    summary: 'Take a claim from a passage of a dispatch, with who says it and through whom.',
    input: AddClaim,
    answer: undoable({ ...made, ref: z.string(), slug: z.string(), occurrenceId: z.guid() }),
    place: at('claims'),
    example: {
      dispatchVersionId: ID,
      quote: { exact: 'ont pris Konna' },
      statementFr: 'Les islamistes ont pris la ville.',
      kind: 'narration',
      eventId: ID,
      chain: [{ sourceId: ID_2, role: 'outlet' }],
      statements: [{ property: 'place_spelling', value: 'Konna', words: 'Konna' }],
    },
    run: addClaim,
  }),
  verb({
    id: 'changeClaim',
    method: 'PATCH',
    path: '/claims/{claimId}',
    tag,
    summary: 'Change a claim; what is not named stays as it is.',
    input: ChangeClaim,
    guards: 'claims',
    answer: Changed,
    example: { claimId: ID, statementFr: 'Les islamistes ont pris la ville de Konna.' },
    run: changeClaim,
  }),
  verb({
    id: 'discardClaim',
    method: 'DELETE',
    path: '/claims/{claimId}',
    tag,
    summary: 'Take a claim out of the desk; history keeps it.',
    input: Discard,
    guards: 'claims',
    answer: Changed,
    example: { claimId: ID },
    run: discardClaim,
  }),
  verb({
    id: 'restoreClaim',
    path: '/claims/{claimId}/restoration',
    tag,
    summary: 'Bring a discarded claim back.',
    service: 'discard-claim',
    input: Discard,
    guards: 'claims',
    answer: Changed,
    example: { claimId: ID },
    run: (desk, input) => discardClaim(desk, { ...input, restore: true }),
  }),
  verb({
    id: 'changeClaims',
    path: '/claim-batches',
    tag,
    summary: 'Make one change on many claims: on all of them, or on none.',
    input: ChangeClaims,
    answer: BatchDone,
    status: 201,
    example: {
      change: { do: 'state', workState: 'reviewed' },
      selection: { picked: [{ id: ID, version: 3 }] },
    },
    run: changeClaims,
  }),
  verb({
    id: 'relateClaims',
    path: '/claim-relations',
    tag,
    summary: 'Say that a claim repeats, supports or is part of another.',
    input: RelateClaims,
    answer: undoable(made),
    status: 201,
    example: { kind: 'repeats', fromId: ID, toId: ID_2 },
    run: relateClaims,
  }),
  verb({
    id: 'endClaimRelation',
    method: 'DELETE',
    path: '/claim-relations/{relationId}',
    tag,
    summary: 'End what was said of two claims; it stays in the record.',
    input: EndClaimRelation,
    answer: Nothing,
    example: { relationId: ID },
    run: endClaimRelation,
  }),
  verb({
    id: 'attributeClaim',
    method: 'PUT',
    path: '/occurrences/{occurrenceId}/chain',
    tag: 'occurrences',
    summary: 'Replace the attribution chain of an occurrence as a whole.',
    input: AttributeClaim,
    guards: 'occurrences',
    answer: Changed,
    example: { occurrenceId: ID, chain: [{ sourceId: ID_2, role: 'speaker', verb: 'a dit' }] },
    run: attributeClaim,
  }),
  verb({
    id: 'addStatement',
    path: '/occurrences/{occurrenceId}/statements',
    tag: 'statements',
    summary: 'Add what an occurrence says about one property of its event.',
    input: AddStatement,
    answer: undoable(made),
    status: 201,
    example: { occurrenceId: ID, property: 'extent', value: 'la ville' },
    run: addStatement,
  }),
  verb({
    id: 'changeStatement',
    method: 'PUT',
    path: '/statements/{statementId}',
    tag: 'statements',
    summary: 'Read a statement anew: the old reading is deprecated with the reason, a new one takes its place.',
    input: ChangeStatement,
    guards: 'statements',
    answer: undoable(made),
    example: { statementId: ID, value: 'Konna', reason: 'Faute de frappe.' },
    run: changeStatement,
  }),
  verb({
    id: 'deprecateStatement',
    path: '/statements/{statementId}/deprecation',
    tag: 'statements',
    summary: 'Set a statement aside, with a reason.',
    input: DeprecateStatement,
    guards: 'statements',
    answer: Changed,
    example: { statementId: ID, reason: 'Lu deux fois.' },
    run: deprecateStatement,
  }),
  verb({
    id: 'putStatementBack',
    path: '/statements/{statementId}/return',
    tag: 'statements',
    summary: 'Give the reading that a new one replaced its place again.',
    input: PutStatementBack,
    answer: Nothing,
    example: { statementId: ID, replacedId: ID_2, replacedVersion: 2, reason: 'La première était juste.' },
    run: putStatementBack,
  }),
  verb({
    id: 'addCommentRequest',
    path: '/comment-requests',
    tag: 'comment requests',
    summary: 'Write down that a side is spoken about and is to be asked.',
    input: AddCommentRequest,
    answer: undoable(made),
    status: 201,
    example: { claimId: ID, party: 'État-major malien' },
    run: addCommentRequest,
  }),
  verb({
    id: 'changeCommentRequest',
    method: 'PUT',
    path: '/comment-requests/{requestId}',
    tag: 'comment requests',
    summary: 'Say how far a request for comment is: asked, answered, refused.',
    input: ChangeCommentRequest,
    guards: 'comment_requests',
    answer: Changed,
    example: { requestId: ID, state: 'asked', via: 'téléphone', askedAt: '2013-01-11', dueAt: null, answeredAt: null },
    run: changeCommentRequest,
  }),
  verb({
    id: 'discardCommentRequest',
    method: 'DELETE',
    path: '/comment-requests/{requestId}',
    tag: 'comment requests',
    summary: 'Take a side out of the ledger while nobody has asked it.',
    input: DiscardCommentRequest,
    guards: 'comment_requests',
    answer: Nothing,
    example: { requestId: ID },
    run: discardCommentRequest,
  }),
  verb({
    id: 'putRequestBack',
    path: '/comment-requests/{requestId}/return',
    tag: 'comment requests',
    summary: 'Put a request for comment back to what it was before its version.',
    input: PutRequestBack,
    guards: 'comment_requests',
    answer: Changed,
    example: { requestId: ID },
    run: putRequestBack,
  }),
]

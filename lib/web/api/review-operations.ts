import 'server-only'
import { z } from 'zod'
import { AcceptClaimSuggestion, acceptClaimSuggestion } from '@/lib/services/accept-claim-suggestion'
import { AcceptNameSuggestion, acceptNameSuggestion } from '@/lib/services/accept-name-suggestion'
import { CancelJob, cancelJob } from '@/lib/services/cancel-job'
import { ChangePerson, changePerson } from '@/lib/services/change-person'
import { ChangeSample, changeSample } from '@/lib/services/change-sample'
import { ChangeSetting, changeSetting } from '@/lib/services/change-setting'
import { DecideReport, decideReport } from '@/lib/services/decide-report'
import { DisablePerson, disablePerson } from '@/lib/services/disable-person'
import { DismissSuggestion, dismissSuggestion } from '@/lib/services/dismiss-suggestion'
import { EraseContact, eraseContact } from '@/lib/services/erase-contact'
import { ImportReviews, importReviews } from '@/lib/services/import-reviews'
import { LinkReport, linkReport } from '@/lib/services/link-report'
import { ProposeSuggestions, proposeSuggestions } from '@/lib/services/propose-suggestions'
import { QueueJob, queueJob } from '@/lib/services/queue-job'
import { SignOutEverywhere, signOutEverywhere } from '@/lib/services/sign-out-everywhere'
import { TakeBackSuggestion, takeBackSuggestion } from '@/lib/services/take-back-suggestion'
import { TakeUpReport, takeUpReport } from '@/lib/services/take-up-report'
import { WithdrawInvitation, withdrawInvitation } from '@/lib/services/withdraw-invitation'
import { gazetteers } from '../gazetteers'
import { modelProposer } from '../model-proposer'
import { documentContext } from '../public-document'
import { Changed, checkedVerb, ID, ID_2, Nothing, type Operation, undoable, verb } from './operation'

/** As many reviews as fit in the body of one request. */
const IMPORT_BYTES = 6_500_000
const Rest = z.looseObject({})

/** Suggestions, readers' reports, and what an administrator does. */
export const REVIEW_OPERATIONS: Operation[] = [
  verb({
    id: 'proposeSuggestions',
    path: '/dispatch-versions/{dispatchVersionId}/suggestions',
    tag: 'suggestions',
    summary: 'Let the rules read a text and propose claims, names and conflicts.',
    input: ProposeSuggestions,
    answer: Rest,
    example: { dispatchVersionId: ID },
    run: async (desk, input) => proposeSuggestions(desk, input, { ...(await gazetteers()), proposer: modelProposer() }),
  }),
  verb({
    id: 'acceptClaimSuggestion',
    path: '/suggestions/{suggestionId}/claim',
    tag: 'suggestions',
    summary: 'Take the claim that was proposed, as it is or as you have it.',
    input: AcceptClaimSuggestion,
    guards: 'suggestions',
    answer: Rest,
    status: 201,
    example: { suggestionId: ID },
    run: acceptClaimSuggestion,
  }),
  verb({
    id: 'acceptNameSuggestion',
    path: '/suggestions/{suggestionId}/name',
    tag: 'suggestions',
    summary: 'Accept what was proposed about a name.',
    input: AcceptNameSuggestion,
    guards: 'suggestions',
    answer: Rest,
    status: 201,
    example: { suggestionId: ID, relation: 'same' },
    run: acceptNameSuggestion,
  }),
  verb({
    id: 'dismissSuggestion',
    path: '/suggestions/{suggestionId}/dismissal',
    tag: 'suggestions',
    summary: 'Say no to a suggestion; it never comes back.',
    input: DismissSuggestion,
    guards: 'suggestions',
    answer: undoable({ id: z.guid() }),
    example: { suggestionId: ID, reason: 'Ce n’est pas une affirmation.' },
    run: dismissSuggestion,
  }),
  verb({
    id: 'takeBackSuggestion',
    path: '/suggestions/{suggestionId}/return',
    tag: 'suggestions',
    summary: 'Open a suggestion you decided again, and take back what accepting it made.',
    input: TakeBackSuggestion,
    guards: 'suggestions',
    answer: Nothing,
    example: { suggestionId: ID, reason: 'Trop vite.' },
    run: takeBackSuggestion,
  }),
  verb({
    id: 'takeUpReport',
    path: '/reports/{reportId}/taking-up',
    tag: 'reports',
    summary: 'Say that somebody is looking into what a reader reported.',
    input: TakeUpReport,
    guards: 'reports',
    answer: Changed,
    example: { reportId: ID },
    run: takeUpReport,
  }),
  verb({
    id: 'linkReport',
    method: 'PUT',
    path: '/reports/{reportId}/links',
    tag: 'reports',
    summary: 'Link a report to the claim or the correction it is about.',
    input: LinkReport,
    guards: 'reports',
    answer: Changed,
    example: { reportId: ID, claim: 'C14' },
    run: linkReport,
  }),
  verb({
    id: 'decideReport',
    path: '/reports/{reportId}/decision',
    tag: 'reports',
    summary: 'Accept or refuse a report, in words the reader will see.',
    scope: 'publish',
    input: DecideReport,
    guards: 'reports',
    answer: Changed,
    example: { reportId: ID, decision: 'refused', outcomeFr: 'La dépêche le dit ainsi.' },
    run: decideReport,
  }),
  verb({
    id: 'eraseContact',
    method: 'DELETE',
    path: '/reports/{reportId}/contact',
    tag: 'reports',
    summary: 'Erase how a reader may be reached, for good.',
    input: EraseContact,
    guards: 'reports',
    answer: Changed,
    example: { reportId: ID },
    run: eraseContact,
  }),
  verb({
    id: 'importReviews',
    path: '/review-imports',
    tag: 'imports',
    summary: 'Take in reviews others published (ClaimReview); what changed nothing changes nothing.',
    input: ImportReviews,
    answer: Rest,
    status: 201,
    limit: IMPORT_BYTES,
    example: { source: 'https://example.org/feed.json', documents: [{ '@type': 'ClaimReview' }] },
    run: (desk, input) => importReviews(desk, input, documentContext('en').baseUrl),
  }),
  verb({
    id: 'queueJob',
    path: '/jobs',
    tag: 'jobs',
    summary: 'Queue a long piece of work; one that waits already is not queued twice.',
    scope: 'manage',
    input: QueueJob,
    answer: undoable({ id: z.guid().nullable() }),
    status: 201,
    example: { kind: 'pair_claims' },
    run: queueJob,
  }),
  verb({
    id: 'cancelJob',
    method: 'DELETE',
    path: '/jobs/{jobId}',
    tag: 'jobs',
    summary: 'Stop a job that waits or runs.',
    scope: 'manage',
    input: CancelJob,
    answer: undoable({ isCancelled: z.boolean() }),
    example: { jobId: ID },
    run: cancelJob,
  }),
  checkedVerb({
    id: 'changePerson',
    method: 'PUT',
    path: '/people/{userId}',
    tag: 'people',
    summary: 'Change the role of a person, and whether they keep sources.',
    scope: 'manage',
    input: ChangePerson,
    answer: undoable({}),
    example: { userId: ID_2, role: 'editor', isSourceKeeper: false },
    run: (desk, input) => changePerson(desk, input),
  }),
  checkedVerb({
    id: 'disablePerson',
    method: 'PUT',
    path: '/people/{userId}/access',
    tag: 'people',
    summary: 'Close the desk to a person, or open it again.',
    scope: 'manage',
    input: DisablePerson,
    answer: undoable({}),
    example: { userId: ID_2, isDisabled: true },
    run: disablePerson,
  }),
  checkedVerb({
    id: 'signOutEverywhere',
    method: 'DELETE',
    path: '/people/{userId}/sessions',
    tag: 'people',
    summary: 'End every session and token of a person at once.',
    scope: 'manage',
    input: SignOutEverywhere,
    answer: Nothing,
    example: { userId: ID_2 },
    run: signOutEverywhere,
  }),
  checkedVerb({
    id: 'withdrawInvitation',
    method: 'DELETE',
    path: '/invitations/{invitationId}',
    tag: 'people',
    summary: 'Kill an invitation nobody has used yet.',
    scope: 'manage',
    input: WithdrawInvitation,
    answer: Nothing,
    example: { invitationId: ID },
    run: withdrawInvitation,
  }),
  checkedVerb({
    id: 'changeSetting',
    method: 'PATCH',
    path: '/settings',
    tag: 'settings',
    summary: 'Change a setting of the newsroom.',
    scope: 'manage',
    input: ChangeSetting,
    answer: undoable({}),
    example: { blindByDefault: true },
    run: (desk, input) => changeSetting(desk, input),
  }),
  verb({
    id: 'changeSample',
    path: '/sample',
    tag: 'settings',
    summary: 'Put the sample back as it was, take it away, or bring it back.',
    scope: 'manage',
    input: ChangeSample,
    answer: Rest,
    example: { act: 'restore' },
    run: changeSample,
  }),
]

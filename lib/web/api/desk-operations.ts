import 'server-only'
import { z } from 'zod'
import { prose } from '@/lib/domain/input'
import { Undo } from '@/lib/domain/undo'
import { AddNote, addNote } from '@/lib/services/add-note'
import { Assign, assign } from '@/lib/services/assign'
import { ChangeFilter, changeFilter } from '@/lib/services/change-filter'
import { ChangeMailChoice, changeMailChoice } from '@/lib/services/change-mail-choice'
import { ChangeNote, changeNote } from '@/lib/services/change-note'
import { ChangePreferences, changePreferences } from '@/lib/services/change-preferences'
import { DeleteFilter, deleteFilter } from '@/lib/services/delete-filter'
import { DropDraft, dropDraft } from '@/lib/services/drop-draft'
import { MarkNotifications, markNotifications } from '@/lib/services/mark-notifications'
import { MoveTour, moveTour } from '@/lib/services/move-tour'
import { PutNoteBack, putNoteBack } from '@/lib/services/put-note-back'
import { RestoreRevision, restoreRevision } from '@/lib/services/restore-revision'
import { SaveDraft, saveDraft } from '@/lib/services/save-draft'
import { SaveFilter, saveFilter } from '@/lib/services/save-filter'
import { SettleNote, settleNote } from '@/lib/services/settle-note'
import { WithdrawNote, withdrawNote } from '@/lib/services/withdraw-note'
import { takeBack } from '../take-back'
import { Changed, checkedVerb, type Guarded, ID, made, Nothing, type Operation, undoable, verb } from './operation'

const ASSIGNED: Record<string, Guarded> = { claim: 'claims', conflict: 'conflicts', verdict: 'verdicts' }
const TakeBack = z.strictObject({ undo: Undo, reason: prose().optional() })

/** What must have been allowed for the verb an undo names. */
const MANAGED = /person$|setting$|invitation$|_job$/
const PUBLIC = ['reopen_conflict']

export const DESK_OPERATIONS: Operation[] = [
  verb({
    id: 'addNote',
    path: '/notes',
    tag: 'notes',
    summary: 'Write a note on anything, or an answer to one; people may be named.',
    input: AddNote,
    answer: undoable(made),
    status: 201,
    example: { targetKind: 'claim', targetId: ID, body: 'À revoir avec la dépêche de midi.' },
    run: addNote,
  }),
  verb({
    id: 'changeNote',
    method: 'PUT',
    path: '/notes/{noteId}',
    tag: 'notes',
    summary: 'Change the words of a note of yours.',
    input: ChangeNote,
    guards: 'annotations',
    answer: Changed,
    example: { noteId: ID, body: 'Revu.' },
    run: changeNote,
  }),
  verb({
    id: 'putNoteBack',
    path: '/notes/{noteId}/return',
    tag: 'notes',
    summary: 'Give a note of yours the words it had before its version.',
    input: PutNoteBack,
    guards: 'annotations',
    answer: Changed,
    example: { noteId: ID },
    run: putNoteBack,
  }),
  verb({
    id: 'settleNote',
    path: '/notes/{noteId}/settling',
    tag: 'notes',
    summary: 'Close a thread that needs nobody any more, or open it again.',
    input: SettleNote,
    guards: 'annotations',
    answer: Changed,
    example: { noteId: ID, to: 'settled' },
    run: settleNote,
  }),
  verb({
    id: 'withdrawNote',
    path: '/notes/{noteId}/withdrawal',
    tag: 'notes',
    summary: 'Withdraw a note, or bring it back; its place in the thread stays.',
    input: WithdrawNote,
    guards: 'annotations',
    answer: Changed,
    example: { noteId: ID, to: 'withdrawn' },
    run: withdrawNote,
  }),
  verb({
    id: 'assign',
    method: 'PUT',
    path: '/assignments/{kind}/{id}',
    tag: 'assignments',
    summary: 'Give a claim, a conflict or a second reading to somebody, or to nobody.',
    input: Assign,
    guards: ({ kind }) => ASSIGNED[String(kind)] ?? 'claims',
    guardField: 'id',
    answer: Changed,
    example: { kind: 'claim', id: ID, personId: null },
    run: assign,
  }),
  verb({
    id: 'restoreRevision',
    path: '/revisions/{entity}/{id}/restoration',
    tag: 'revisions',
    summary: 'Give a thing the values of an earlier version, as a new one.',
    input: RestoreRevision,
    guards: ({ entity }) => entity as Guarded,
    guardField: 'id',
    answer: undoable({ version: z.int(), rereview: z.unknown() }),
    example: { entity: 'claims', id: ID, n: 1 },
    run: restoreRevision,
  }),
  verb({
    id: 'takeBack',
    path: '/undo',
    tag: 'undo',
    summary: 'Take back what was just done: send the undo of its answer. Refused when somebody changed it since.',
    service: '',
    scopeFor: ({ undo }) => {
      const verb = String((undo as { verb?: unknown } | undefined)?.verb)
      return MANAGED.test(verb) ? 'manage' : PUBLIC.includes(verb) ? 'publish' : 'write'
    },
    input: TakeBack,
    answer: Nothing,
    example: { undo: { verb: 'discard_claim', claimId: ID, version: 1 }, reason: 'Par erreur.' },
    async run(desk, raw) {
      const { undo, reason } = TakeBack.parse(raw)
      await takeBack(desk, undo, reason ?? 'API')
    },
  }),
  verb({
    id: 'saveFilter',
    path: '/filters',
    tag: 'filters',
    summary: 'Keep the filter of a list under a name, for you or for all.',
    input: SaveFilter,
    answer: undoable({ ...made, query: z.string() }),
    status: 201,
    example: { name: 'Konna', list: 'claims', query: 'q=Konna' },
    run: saveFilter,
  }),
  verb({
    id: 'changeFilter',
    method: 'PUT',
    path: '/filters/{filterId}',
    tag: 'filters',
    summary: 'Rename a filter of yours, or share it.',
    input: ChangeFilter,
    answer: undoable({}),
    example: { filterId: ID, name: 'Konna', isShared: true },
    run: changeFilter,
  }),
  verb({
    id: 'deleteFilter',
    method: 'DELETE',
    path: '/filters/{filterId}',
    tag: 'filters',
    summary: 'Delete a filter of yours.',
    input: DeleteFilter,
    answer: undoable({}),
    example: { filterId: ID },
    run: deleteFilter,
  }),
  verb({
    id: 'saveDraft',
    method: 'PUT',
    path: '/drafts/{key}',
    tag: 'account',
    summary: 'Keep what you are writing, for you only.',
    input: SaveDraft,
    answer: z.object({ savedAt: z.iso.datetime() }),
    example: { key: `claim:${ID}`, content: { statementFr: 'Ils ont' } },
    run: saveDraft,
  }),
  verb({
    id: 'dropDraft',
    method: 'DELETE',
    path: '/drafts/{key}',
    tag: 'account',
    summary: 'Throw a draft of yours away.',
    input: DropDraft,
    answer: Nothing,
    example: { key: `claim:${ID}` },
    run: dropDraft,
  }),
  verb({
    id: 'markNotifications',
    path: '/notifications/reading',
    tag: 'account',
    summary: 'Mark one thing you were told as read, or all up to one.',
    input: MarkNotifications,
    answer: z.object({ seen: z.int() }),
    example: { upTo: '120' },
    run: markNotifications,
  }),
  checkedVerb({
    id: 'changePreferences',
    method: 'PUT',
    path: '/account/preferences',
    tag: 'account',
    summary: 'Choose your language and single keys.',
    input: ChangePreferences,
    answer: Nothing,
    example: { locale: 'fr', singleKeys: true },
    run: changePreferences,
  }),
  checkedVerb({
    id: 'changeMailChoice',
    method: 'PUT',
    path: '/account/mail',
    tag: 'account',
    summary: 'Choose which mail you get.',
    input: ChangeMailChoice,
    answer: Nothing,
    example: { digest: 'off', mailsDirect: false },
    run: changeMailChoice,
  }),
  verb({
    id: 'moveTour',
    method: 'PUT',
    path: '/account/tour',
    tag: 'account',
    summary: 'Go to a step of the tour, or put it away (0).',
    input: MoveTour,
    answer: z.object({ page: z.string().nullable() }),
    example: { to: 0 },
    run: async (desk, input) => ({ page: await moveTour(desk, input) }),
  }),
]

import 'server-only'
import { z } from 'zod'
import { AddPosition, addPosition } from '@/lib/services/add-position'
import { ChangeConflict, changeConflict } from '@/lib/services/change-conflict'
import { ChangeConflicts, changeConflicts } from '@/lib/services/change-conflicts'
import { MarkConflict, markConflict } from '@/lib/services/mark-conflict'
import { ReopenConflict, reopenConflict } from '@/lib/services/reopen-conflict'
import { ResolveConflict, resolveConflict } from '@/lib/services/resolve-conflict'
import { UndoBatch, undoBatch } from '@/lib/services/undo-batch'
import { at, BatchDone, Changed, ID, ID_2, made, type Operation, undoable, verb } from './operation'

const tag = 'conflicts'
const Settled = undoable({
  version: z.int(),
  rereview: z.unknown().describe('Published verdicts sent to another look'),
})

export const CONFLICT_OPERATIONS: Operation[] = [
  verb({
    id: 'markConflict',
    path: '/conflicts',
    tag,
    summary: 'Mark a conflict between two or more positions on one property of an event.',
    input: MarkConflict,
    answer: undoable({ ...made, ref: z.string(), slug: z.string() }),
    place: at('conflicts'),
    example: {
      eventId: ID,
      property: 'place_spelling',
      type: 'name_spelling',
      class: 'variant',
      titleFr: 'Kona ou Konna ?',
      titleEn: 'Kona or Konna?',
      positions: [
        { value: 'Kona', statementIds: [ID] },
        { value: 'Konna', statementIds: [ID_2] },
      ],
    },
    run: markConflict,
  }),
  verb({
    id: 'changeConflict',
    method: 'PATCH',
    path: '/conflicts/{conflictId}',
    tag,
    summary: 'Change a conflict; what is not named stays as it is. Settling it has an address of its own.',
    input: ChangeConflict,
    guards: 'conflicts',
    answer: Changed,
    example: { conflictId: ID, severity: 'high' },
    run: changeConflict,
  }),
  verb({
    id: 'addPosition',
    path: '/conflicts/{conflictId}/positions',
    tag,
    summary: 'Add one more side to a conflict that is not settled.',
    input: AddPosition,
    guards: 'conflicts',
    answer: z.object({ ...made, ordinal: z.int(), version: z.int().describe('Of the conflict, now') }),
    status: 201,
    example: { conflictId: ID, value: 'Kôna', statementIds: [ID_2] },
    run: addPosition,
  }),
  verb({
    id: 'resolveConflict',
    path: '/conflicts/{conflictId}/resolution',
    tag,
    summary: 'Settle a conflict, with the rationale the public will read.',
    scope: 'publish',
    input: ResolveConflict,
    guards: 'conflicts',
    answer: Settled,
    example: { conflictId: ID, outcome: 'same_entity', rationaleEn: 'Two spellings of one town.' },
    run: resolveConflict,
  }),
  verb({
    id: 'reopenConflict',
    path: '/conflicts/{conflictId}/reopening',
    tag,
    summary: 'Open a settled conflict again; its resolution stays in the record.',
    scope: 'publish',
    input: ReopenConflict,
    guards: 'conflicts',
    answer: Settled,
    example: { conflictId: ID, reason: 'Une troisième source.' },
    run: reopenConflict,
  }),
  verb({
    id: 'changeConflicts',
    path: '/conflict-batches',
    tag,
    summary: 'Make one change on many conflicts: on all of them, or on none.',
    input: ChangeConflicts,
    answer: BatchDone,
    status: 201,
    example: { change: { do: 'severity', severity: 'low' }, selection: { picked: [{ id: ID, version: 3 }] } },
    run: changeConflicts,
  }),
  verb({
    id: 'undoBatch',
    path: '/batches/{batchId}/undoing',
    tag: 'undo',
    summary: 'Take a whole batch of yours back.',
    input: UndoBatch,
    answer: z.object({ done: z.int() }),
    example: { batchId: ID },
    run: undoBatch,
  }),
]

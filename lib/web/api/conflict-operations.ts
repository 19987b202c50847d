import 'server-only'
import { z } from 'zod'
import { MarkConflict, markConflict } from '@/lib/services/mark-conflict'
import { ResolveConflict, resolveConflict } from '@/lib/services/resolve-conflict'
import { at, ID, ID_2, made, type Operation, undoable, verb } from './operation'

const tag = 'conflicts'

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
    id: 'resolveConflict',
    path: '/conflicts/{conflictId}/resolution',
    tag,
    summary: 'Settle a conflict, with the rationale the public will read.',
    input: ResolveConflict,
    guards: 'conflicts',
    answer: undoable({ version: z.int(), rereview: z.int().describe('Published verdicts sent to another look') }),
    example: { conflictId: ID, outcome: 'same_entity', rationaleEn: 'Two spellings of one town.' },
    run: resolveConflict,
  }),
]

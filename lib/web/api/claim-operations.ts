import 'server-only'
import { z } from 'zod'
import { AddClaim } from '@/lib/domain/claim-input'
import { addClaim } from '@/lib/services/add-claim'
import { ChangeClaim, changeClaim } from '@/lib/services/change-claim'
import { at, Changed, ID, ID_2, made, type Operation, undoable, verb } from './operation'

const tag = 'claims'

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
]

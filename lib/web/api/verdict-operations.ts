import 'server-only'
import { z } from 'zod'
import { CastReview, castReview } from '@/lib/services/cast-review'
import { DraftVerdict, draftVerdict } from '@/lib/services/draft-verdict'
import { at, ID, made, type Operation, verb } from './operation'

const tag = 'verdicts'

export const VERDICT_OPERATIONS: Operation[] = [
  verb({
    id: 'draftVerdict',
    path: '/verdicts',
    tag,
    summary: 'Start the verdict on a claim; a claim has one.',
    input: DraftVerdict,
    answer: z.object({ ...made, version: z.int() }),
    place: at('verdicts'),
    example: { claimId: ID, ratingCode: 'mostly_true', summaryEn: 'Two agencies confirm it.' },
    run: draftVerdict,
  }),
  verb({
    id: 'castReview',
    path: '/verdicts/{verdictId}/reviews',
    tag,
    summary: 'Give a reading of one’s own of a claim whose verdict waits for its second reading.',
    input: CastReview,
    answer: z.object({}),
    status: 201,
    example: { verdictId: ID, ratingCode: 'disputed' },
    run: castReview,
  }),
]

import 'server-only'
import { z } from 'zod'
import { VERDICT_STATES } from '@/lib/domain/vocabulary'
import { CastReview, castReview } from '@/lib/services/cast-review'
import { ChangeVerdict, changeVerdict } from '@/lib/services/change-verdict'
import { DraftVerdict, draftVerdict } from '@/lib/services/draft-verdict'
import { PublishVerdict, publishVerdict } from '@/lib/services/publish-verdict'
import { ReadVerdict, readVerdict } from '@/lib/services/read-verdict'
import { SubmitVerdict, submitVerdict } from '@/lib/services/submit-verdict'
import { TakeBackReading, takeBackReading } from '@/lib/services/take-back-reading'
import { TakeBackSubmission, takeBackSubmission } from '@/lib/services/take-back-submission'
import { UpholdVerdict, upholdVerdict } from '@/lib/services/uphold-verdict'
import { WithdrawVerdict, withdrawVerdict } from '@/lib/services/withdraw-verdict'
import { press } from '../press'
import { announceFeeds } from '../websub'
import { at, Changed, ID, made, type Operation, undoable, verb } from './operation'

const tag = 'verdicts'
const Moved = undoable({ version: z.int(), state: z.enum(VERDICT_STATES) })

/** A version that was published, and the documents kept of it. */
const Published = z.object({
  n: z.int(),
  version: z.int(),
  slug: z.string(),
  documents: z.array(z.object({ language: z.string(), address: z.string(), sha256: z.string() })),
})

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
    id: 'changeVerdict',
    method: 'PUT',
    path: '/verdicts/{verdictId}',
    tag,
    summary: 'Change the words of a verdict, all of them; what is published stays as it was published.',
    input: ChangeVerdict,
    guards: 'verdicts',
    answer: Moved,
    example: { verdictId: ID, ratingCode: 'true', summaryEn: 'Three agencies confirm it.' },
    run: changeVerdict,
  }),
  verb({
    id: 'submitVerdict',
    path: '/verdicts/{verdictId}/submission',
    tag,
    summary: 'Send a verdict to its second reading.',
    input: SubmitVerdict,
    guards: 'verdicts',
    answer: Changed,
    example: { verdictId: ID },
    run: submitVerdict,
  }),
  verb({
    id: 'takeBackSubmission',
    method: 'DELETE',
    path: '/verdicts/{verdictId}/submission',
    tag,
    summary: 'Take a verdict of yours back from second reading, while nobody has rated or read it.',
    input: TakeBackSubmission,
    guards: 'verdicts',
    answer: Changed,
    example: { verdictId: ID },
    run: takeBackSubmission,
  }),
  verb({
    id: 'castReview',
    path: '/verdicts/{verdictId}/reviews',
    tag,
    summary: 'Give a rating of one’s own of a claim whose verdict waits for its second reading.',
    input: CastReview,
    answer: z.object(made),
    status: 201,
    example: { verdictId: ID, ratingCode: 'disputed' },
    run: castReview,
  }),
  verb({
    id: 'readVerdict',
    path: '/verdicts/{verdictId}/reading',
    tag,
    summary: 'Approve a verdict as its second reader, or ask for changes.',
    input: ReadVerdict,
    guards: 'verdicts',
    answer: Moved,
    example: { verdictId: ID, decision: 'approved', ratingCode: 'mostly_true' },
    run: readVerdict,
  }),
  verb({
    id: 'takeBackReading',
    method: 'DELETE',
    path: '/verdicts/{verdictId}/reading',
    tag,
    summary: 'Take your own second reading back.',
    input: TakeBackReading,
    guards: 'verdicts',
    answer: Changed,
    example: { verdictId: ID },
    run: takeBackReading,
  }),
  verb({
    id: 'publishVerdict',
    path: '/verdicts/{verdictId}/publication',
    tag,
    summary: 'Publish a verdict that two people have read; a published one again, with its correction.',
    scope: 'publish',
    input: PublishVerdict,
    guards: 'verdicts',
    answer: Published,
    example: { verdictId: ID },
    async run(desk, input) {
      const published = await publishVerdict(desk, input, press)
      announceFeeds()
      return published
    },
  }),
  verb({
    id: 'upholdVerdict',
    path: '/verdicts/{verdictId}/upholding',
    tag,
    summary: 'Say that a verdict that was looked at again stands as published, and why.',
    scope: 'publish',
    input: UpholdVerdict,
    guards: 'verdicts',
    answer: Moved,
    example: { verdictId: ID, reason: 'La résolution ne change pas la note.' },
    run: upholdVerdict,
  }),
  verb({
    id: 'withdrawVerdict',
    path: '/verdicts/{verdictId}/withdrawal',
    tag,
    summary: 'Withdraw a published verdict for good: its page keeps its address and says so, with what was wrong.',
    scope: 'publish',
    input: WithdrawVerdict,
    guards: 'verdicts',
    answer: Published,
    example: { verdictId: ID, whatWasWrongFr: 'La vidéo n’était pas de Konna.' },
    async run(desk, input) {
      const withdrawn = await withdrawVerdict(desk, input, press)
      announceFeeds()
      return withdrawn
    },
  }),
]

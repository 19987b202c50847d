'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { optionalProse, optionalUuid } from '@/lib/domain/input'
import { VerdictInput } from '@/lib/domain/verdict-input'
import { CORRECTION_SEVERITIES } from '@/lib/domain/vocabulary'
import { AddEvidence, addEvidence } from '@/lib/services/add-evidence'
import { CastReview, castReview } from '@/lib/services/cast-review'
import { ChangeVerdict, changeVerdict } from '@/lib/services/change-verdict'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { LinkEvidence, linkEvidence } from '@/lib/services/link-evidence'
import { PublishReading, publishReading } from '@/lib/services/publish-reading'
import { PublishVerdict, publishVerdict } from '@/lib/services/publish-verdict'
import { ReadVerdict, readVerdict } from '@/lib/services/read-verdict'
import { SubmitVerdict, submitVerdict } from '@/lib/services/submit-verdict'
import { UpholdVerdict, upholdVerdict } from '@/lib/services/uphold-verdict'
import { WithdrawVerdict, withdrawVerdict } from '@/lib/services/withdraw-verdict'
import { formAction } from '@/lib/web/action'
import { press } from '@/lib/web/press'
import { safeNext } from '@/lib/web/safe-next'
import { offerUndo } from '@/lib/web/undo-offer'
import { announceFeeds } from '@/lib/web/websub'

const lang = z.enum(['fr', 'en'])
const slug = z.string().regex(/^[a-z0-9-]+$/)
const here = { lang, slug }
const many = z
  .union([z.guid(), z.array(z.guid())])
  .optional()
  .transform((ids) => (ids === undefined ? [] : [ids].flat()))
const checked = z
  .literal('on')
  .optional()
  .transform((it) => it === 'on')
const pageOf = (at: { lang: string; slug: string }, done: string) => `/${at.lang}/desk/claims/${at.slug}?done=${done}`

const VerdictForm = VerdictInput.omit({ dependsOn: true }).extend({
  ...here,
  claimId: z.guid(),
  verdictId: optionalUuid(),
  version: ChangeVerdict.shape.version.optional(),
  conflictIds: many,
  evidenceIds: many,
  sourceIds: many,
})

/** Keeps a draft: the first one of a claim, or the next state of the one there is. */
export const saveVerdictAction = formAction(VerdictForm, async (desk, input): Promise<null> => {
  const { lang, slug, claimId, verdictId, version, conflictIds, evidenceIds, sourceIds, ...words } = input
  const written = { ...words, dependsOn: { conflictIds, evidenceIds, sourceIds } }
  if (verdictId && version) await offerUndo((await changeVerdict(desk, { ...written, verdictId, version })).undo)
  else await draftVerdict(desk, { ...written, claimId })
  redirect(pageOf({ lang, slug }, 'saved'))
})

export const submitVerdictAction = formAction(
  SubmitVerdict.extend({ ...here, isBlind: checked }),
  async (desk, { lang, slug, ...input }): Promise<null> => {
    await offerUndo((await submitVerdict(desk, input)).undo)
    redirect(pageOf({ lang, slug }, 'submitted'))
  },
)

export const castReviewAction = formAction(
  CastReview.extend(here),
  async (desk, { lang, slug, ...input }): Promise<null> => {
    await castReview(desk, input)
    redirect(pageOf({ lang, slug }, 'rated'))
  },
)

export const readVerdictAction = formAction(
  ReadVerdict.extend(here),
  async (desk, { lang, slug, ...input }): Promise<null> => {
    await offerUndo((await readVerdict(desk, input)).undo)
    redirect(pageOf({ lang, slug }, input.decision === 'approved' ? 'approved' : 'changes'))
  },
)

export const upholdVerdictAction = formAction(
  UpholdVerdict.extend({ ...here, reason: optionalProse() }),
  async (desk, { lang, slug, reason, ...input }): Promise<null> => {
    await upholdVerdict(desk, { ...input, reason: reason ?? '' })
    redirect(pageOf({ lang, slug }, 'upheld'))
  },
)

const PublishForm = PublishVerdict.omit({ correction: true }).extend({
  ...here,
  severity: z.enum(CORRECTION_SEVERITIES).optional(),
  whatWasWrongFr: z.string().default(''),
  whatWasWrongEn: z.string().default(''),
})

export const publishVerdictAction = formAction(PublishForm, async (desk, input): Promise<null> => {
  const { lang, slug, severity, whatWasWrongFr, whatWasWrongEn, ...verdict } = input
  const correction = severity ? { severity, whatWasWrongFr, whatWasWrongEn } : null
  await publishVerdict(desk, { ...verdict, correction }, press)
  announceFeeds()
  redirect(pageOf({ lang, slug }, 'published'))
})

export const withdrawVerdictAction = formAction(
  WithdrawVerdict.extend(here),
  async (desk, { lang, slug, ...input }): Promise<null> => {
    await withdrawVerdict(desk, input, press)
    announceFeeds()
    redirect(pageOf({ lang, slug }, 'withdrawn'))
  },
)

/** A day, or nothing: an empty date field is no date. */
const day = z.union([z.literal('').transform(() => null), z.coerce.date()]).optional()

export const addEvidenceAction = formAction(
  AddEvidence.omit({ slug: true, ref: true, accessedAt: true }).extend({ lang, accessedAt: day, back: z.string() }),
  async (desk, { lang, back, accessedAt, ...input }): Promise<null> => {
    const { undo } = await addEvidence(desk, { ...input, accessedAt: accessedAt ?? null })
    await offerUndo(undo)
    redirect(`${safeNext(back, `/${lang}/desk`)}?done=evidence#evidence`)
  },
)

/** A piece there is already, on one more thing. */
export const linkEvidenceAction = formAction(
  LinkEvidence.extend({ lang, back: z.string() }),
  async (desk, { lang, back, ...input }): Promise<null> => {
    const { undo } = await linkEvidence(desk, input)
    await offerUndo(undo)
    redirect(`${safeNext(back, `/${lang}/desk`)}?done=evidence`)
  },
)

export const publishReadingAction = formAction(
  PublishReading.extend(here),
  async (desk, { lang, slug, dispatchId }): Promise<null> => {
    await publishReading(desk, { dispatchId })
    redirect(`/${lang}/desk/verdicts/publish-reading?dispatch=${slug}&done=reading`)
  },
)

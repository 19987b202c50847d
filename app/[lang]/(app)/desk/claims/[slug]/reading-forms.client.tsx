'use client'
import type { RatingCode } from '@/lib/domain/rating'
import { CORRECTION_SEVERITIES, type Language } from '@/lib/domain/vocabulary'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { words } from '@/lib/i18n/words'
import { CheckField, ProseField, RadioField, SelectField } from '../../verdicts/_parts/work-fields.client'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'
import { ratingChoices } from './rating-choices'

type At = { lang: Language; slug: string; verdictId: string; action: FormAction }
type Versioned = At & { version: number }

const Where = ({ lang, slug, verdictId }: Pick<At, 'lang' | 'slug' | 'verdictId'>) => (
  <>
    <input type="hidden" name="lang" value={lang} />
    <input type="hidden" name="slug" value={slug} />
    <input type="hidden" name="verdictId" value={verdictId} />
  </>
)

/** Sends the draft to another person, blind if wished. */
export function SubmitForm({ version, ...at }: Versioned) {
  const { lang, action } = at
  const { verdict: t } = deskReviewWords(lang)
  return (
    <WorkForm
      {...{ lang, action, version }}
      prefix="submit"
      labels={{ isBlind: t.blind }}
      submit={t.submit}
      submitClass="b"
    >
      {(answer) => (
        <>
          <Where {...at} />
          <p className="dim">{t.submitLead}</p>
          <CheckField answer={answer} name="isBlind" saved={false} label={t.blind} />
        </>
      )}
    </WorkForm>
  )
}

/** A rating of one's own, before the first one is shown. */
export function OwnRatingForm(at: At) {
  const { lang, action } = at
  const { verdict: t } = deskReviewWords(lang)
  return (
    <WorkForm {...{ lang, action }} prefix="own" labels={{ ratingCode: t.ownRating, note: t.ownNote }} submit={t.rate}>
      {(answer) => (
        <>
          <Where {...at} />
          <RadioField
            answer={answer}
            name="ratingCode"
            label={t.ownRating}
            choices={ratingChoices(lang)}
            className="ratings"
          />
          <ProseField lang={lang} answer={answer} name="note" label={t.ownNote} optional rows={2} />
        </>
      )}
    </WorkForm>
  )
}

/** The second reading: one's own rating, then approval or changes with a note. */
export function ReadForm({ version, ownRating, ...at }: Versioned & { ownRating: RatingCode | null }) {
  const { lang, action } = at
  const { verdict: t } = deskReviewWords(lang)
  const labels = { ratingCode: t.ownRating, decision: t.decision, note: t.note }
  return (
    <WorkForm {...{ lang, action, version, labels }} prefix="read" submit={t.submitReading}>
      {(answer) => (
        <>
          <Where {...at} />
          <RadioField
            answer={answer}
            name="ratingCode"
            label={t.ownRating}
            saved={ownRating}
            choices={ratingChoices(lang)}
            className="ratings"
          />
          <RadioField
            answer={answer}
            name="decision"
            label={t.decision}
            choices={[
              { value: 'approved', label: t.approve, help: t.approveHelp },
              { value: 'changes_requested', label: t.askChanges, help: t.askHelp },
            ]}
          />
          <ProseField lang={lang} answer={answer} name="note" label={t.note} help={t.noteHelp} />
        </>
      )}
    </WorkForm>
  )
}

/** Publication; when a version is out already, with what was wrong in it. */
export function PublishForm({ version, isCorrection, ...at }: Versioned & { isCorrection: boolean }) {
  const { lang, action } = at
  const { verdict: t } = deskReviewWords(lang)
  const severity = words(lang).correctionSeverity
  const labels: Record<string, string> = isCorrection
    ? { severity: t.severity, correction: t.wrongFr, whatWasWrongFr: t.wrongFr, whatWasWrongEn: t.wrongEn }
    : {}
  return (
    <WorkForm
      {...{ lang, action, version, labels }}
      prefix="publish"
      submit={isCorrection ? t.submitCorrect : t.submitPublish}
    >
      {(answer) => (
        <>
          <Where {...at} />
          {isCorrection && (
            <>
              <SelectField
                lang={lang}
                answer={answer}
                name="severity"
                label={t.severity}
                saved="correction"
                choices={CORRECTION_SEVERITIES.map((value) => ({ value, label: severity[value] }))}
              />
              <span id={answer.id('correction')} tabIndex={-1} />
              <ProseField
                lang={lang}
                its="fr"
                answer={answer}
                name="whatWasWrongFr"
                label={t.wrongFr}
                help={t.wrongHelp}
              />
              <ProseField lang={lang} its="en" answer={answer} name="whatWasWrongEn" label={t.wrongEn} />
            </>
          )}
        </>
      )}
    </WorkForm>
  )
}

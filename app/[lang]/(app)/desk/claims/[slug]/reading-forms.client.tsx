'use client'
import { VERDICT_FIELDS } from '@/lib/domain/verdict-input'
import { CORRECTION_SEVERITIES, type Language } from '@/lib/domain/vocabulary'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { deskVerdictsWords } from '@/lib/i18n/desk-verdicts'
import { words } from '@/lib/i18n/words'
import { CheckField, ProseField, RadioField, SelectField } from '../../verdicts/_parts/work-fields.client'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'
import { fieldName, ratingChoices } from './rating-choices'

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
export function SubmitForm({
  version,
  isBlind,
  blindByDefault,
  ...at
}: Versioned & { isBlind: boolean; blindByDefault: boolean }) {
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
          <p className="dim">{deskVerdictsWords(lang).reading.submitDefault(blindByDefault)}</p>
          <CheckField answer={answer} name="isBlind" saved={isBlind} label={t.blind} />
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
    <WorkForm
      {...{ lang, action }}
      prefix="own"
      draftKey={`own-reading:${at.verdictId}`}
      labels={{ ratingCode: t.ownRating, note: t.ownNote }}
      submit={t.rate}
    >
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

/** The second reading: one's own rating unless it is given already, then approval or changes, with comments. */
export function ReadForm({ version, hasRated, ...at }: Versioned & { hasRated: boolean }) {
  const { lang, action } = at
  const { verdict: t } = deskReviewWords(lang)
  const { reading: r } = deskVerdictsWords(lang)
  const labels: Record<string, string> = {
    ratingCode: t.ownRating,
    decision: t.decision,
    note: t.note,
    ...Object.fromEntries(VERDICT_FIELDS.map((field) => [`comments.${field}`, r.commentOn(fieldName(lang, field))])),
  }
  return (
    <WorkForm
      {...{ lang, action, version, labels }}
      prefix="read"
      draftKey={`second-reading:${at.verdictId}`}
      submit={t.submitReading}
    >
      {(answer) => (
        <>
          <Where {...at} />
          {!hasRated && (
            <RadioField
              answer={answer}
              name="ratingCode"
              label={t.ownRating}
              choices={ratingChoices(lang)}
              className="ratings"
            />
          )}
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
          <details>
            <summary>{r.comments}</summary>
            <p className="dim">{r.commentsHelp}</p>
            {VERDICT_FIELDS.map((field) => (
              <ProseField
                key={field}
                lang={lang}
                answer={answer}
                name={`comments.${field}`}
                label={r.commentOn(fieldName(lang, field))}
                optional
                rows={2}
              />
            ))}
          </details>
        </>
      )}
    </WorkForm>
  )
}

/** Publication; when a version is out already, with what was wrong in it. */
export function PublishForm({
  version,
  isCorrection,
  draftFr,
  draftEn,
  ...at
}: Versioned & { isCorrection: boolean; draftFr: string | null; draftEn: string | null }) {
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
      draftKey={isCorrection ? `correction:${at.verdictId}` : null}
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
                saved={draftFr}
                rows={draftFr ? 5 : 3}
                help={t.wrongHelp}
              />
              <ProseField
                lang={lang}
                its="en"
                answer={answer}
                name="whatWasWrongEn"
                label={t.wrongEn}
                saved={draftEn}
                rows={draftEn ? 5 : 3}
              />
            </>
          )}
        </>
      )}
    </WorkForm>
  )
}

/** Looked at again, and it stands: back to published, for a reason that is kept. */
export function UpholdForm({ version, ...at }: Versioned) {
  const { lang, action } = at
  const { rereview: t } = deskVerdictsWords(lang)
  return (
    <WorkForm
      {...{ lang, action, version }}
      prefix="uphold"
      labels={{ reason: t.reason }}
      submit={t.uphold}
      submitClass="b"
    >
      {(answer) => (
        <>
          <Where {...at} />
          <ProseField lang={lang} answer={answer} name="reason" label={t.reason} help={t.reasonHelp} rows={2} />
        </>
      )}
    </WorkForm>
  )
}

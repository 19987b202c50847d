'use client'
import { type CommentRequestView, nextStates } from '@/lib/domain/missing-side'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMissingSidesWords } from '@/lib/i18n/desk-missing-sides'
import { LineField, ProseField, SelectField } from '../../verdicts/_parts/work-fields.client'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'

type Add = { lang: Language; action: FormAction; back: string; claimId: string; party: string | null }

/** Somebody to be heard: one button when the text proposes them, a field when a person names them. */
export function AddRequestForm({ lang, action, back, claimId, party }: Add) {
  const t = deskMissingSidesWords(lang)
  return (
    <WorkForm
      lang={lang}
      action={action}
      prefix={`hear-${claimId}-${party === null ? 'other' : party.replace(/\W+/g, '-')}`}
      labels={{ party: t.party }}
      submit={party === null ? t.submitParty : t.recordShort}
      submitClass="b"
      {...(party === null ? {} : { submitName: t.record(party) })}
    >
      {(answer) => (
        <>
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="claimId" value={claimId} />
          {party === null ? (
            <LineField lang={lang} answer={answer} name="party" label={t.party} />
          ) : (
            <input type="hidden" name="party" value={party} />
          )}
        </>
      )}
    </WorkForm>
  )
}

/** How far a request has come: its state, and what each state needs. */
export function ChangeRequestForm({
  lang,
  action,
  back,
  request,
}: {
  lang: Language
  action: FormAction
  back: string
  request: CommentRequestView
}) {
  const t = deskMissingSidesWords(lang)
  const states: Record<string, string> = t.states
  const labels = {
    state: t.state,
    via: t.via,
    question: t.question,
    askedAt: t.askedAt,
    dueAt: t.dueAt,
    answer: t.answer,
    answeredAt: t.answeredAt,
  }
  return (
    <WorkForm
      lang={lang}
      action={action}
      prefix={`request-${request.id}`}
      labels={labels}
      version={request.version}
      say={(name, value) => (name === 'state' ? (states[value] ?? value) : value)}
      submit={t.submit}
    >
      {(answer) => (
        <>
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="requestId" value={request.id} />
          <div className="two">
            <SelectField
              lang={lang}
              answer={answer}
              name="state"
              label={t.state}
              saved={request.state}
              choices={nextStates(request.state).map((value) => ({ value, label: t.states[value] }))}
            />
            <LineField lang={lang} answer={answer} name="via" label={t.via} saved={request.via} optional />
            <LineField
              lang={lang}
              answer={answer}
              name="askedAt"
              type="date"
              label={t.askedAt}
              saved={request.askedAt}
              optional
            />
            <LineField
              lang={lang}
              answer={answer}
              name="dueAt"
              type="date"
              label={t.dueAt}
              saved={request.dueAt}
              optional
            />
          </div>
          <ProseField
            lang={lang}
            answer={answer}
            name="question"
            label={t.question}
            saved={request.question}
            optional
          />
          <ProseField lang={lang} answer={answer} name="answer" label={t.answer} saved={request.answer} optional />
          <LineField
            lang={lang}
            answer={answer}
            name="answeredAt"
            type="date"
            label={t.answeredAt}
            saved={request.answeredAt}
            optional
          />
        </>
      )}
    </WorkForm>
  )
}

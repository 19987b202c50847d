'use client'
import { PROPERTIES, PROPERTY_CODES, type PropertyCode } from '@/lib/domain/property'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'
import { CheckField, LineField, SelectField } from '../../verdicts/_parts/work-fields.client'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'

type Add = {
  lang: Language
  action: FormAction
  back: string
  eventId: string
  occurrenceId: string
  property: PropertyCode | null
}

/** What a passage says about a property nobody has read in it yet. */
export function AddStatementForm({ lang, action, back, eventId, occurrenceId, property }: Add) {
  const t = deskMatrixWords(lang).edit
  return (
    <WorkForm
      lang={lang}
      action={action}
      prefix="say"
      labels={{ property: t.property, value: t.value, words: t.words }}
      submit={t.submitAdd}
    >
      {(answer) => (
        <>
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="eventId" value={eventId} />
          <input type="hidden" name="occurrenceId" value={occurrenceId} />
          {property ? (
            <input type="hidden" name="property" value={property} />
          ) : (
            <SelectField
              lang={lang}
              answer={answer}
              name="property"
              label={t.property}
              saved="actor"
              choices={PROPERTY_CODES.map((value) => ({ value, label: PROPERTIES[value][lang] }))}
            />
          )}
          <LineField lang={lang} answer={answer} name="value" label={t.value} />
          <LineField lang={lang} answer={answer} name="words" label={t.words} help={t.wordsHelp} optional />
        </>
      )}
    </WorkForm>
  )
}

type Change = {
  lang: Language
  action: FormAction
  aside: FormAction
  back: string
  statement: { id: string; version: number; value: string; words: string | null }
}

/** Another reading of what stands in a cell, or none at all; either way with a reason. */
export function ChangeStatementForms({ lang, action, aside, back, statement }: Change) {
  const t = deskMatrixWords(lang).edit
  const hidden = (
    <>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="statementId" value={statement.id} />
    </>
  )
  return (
    <>
      <WorkForm
        lang={lang}
        action={action}
        prefix={`change-${statement.id}`}
        labels={{ value: t.value, words: t.words, reason: t.reason }}
        version={statement.version}
        submit={t.submitChange}
      >
        {(answer) => (
          <>
            {hidden}
            <LineField lang={lang} answer={answer} name="value" label={t.value} saved={statement.value} />
            <LineField
              lang={lang}
              answer={answer}
              name="words"
              label={t.words}
              help={t.wordsHelp}
              saved={statement.words}
              optional
            />
            <LineField lang={lang} answer={answer} name="reason" label={t.reason} />
            <CheckField answer={answer} name="keepsSides" saved label={t.keepsSides} />
          </>
        )}
      </WorkForm>
      <details>
        <summary>{t.aside}</summary>
        <WorkForm
          lang={lang}
          action={aside}
          prefix={`aside-${statement.id}`}
          labels={{ reason: t.asideReason }}
          version={statement.version}
          submit={t.submitAside}
          submitClass="b"
        >
          {(answer) => (
            <>
              {hidden}
              <LineField lang={lang} answer={answer} name="reason" label={t.asideReason} />
            </>
          )}
        </WorkForm>
      </details>
    </>
  )
}

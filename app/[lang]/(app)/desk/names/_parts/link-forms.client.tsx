'use client'
import { type Language, NAME_RELATIONS } from '@/lib/domain/vocabulary'
import { deskNamesWords } from '@/lib/i18n/desk-names'
import { type Choice, LineField, ProseField, SelectField } from '../../verdicts/_parts/work-fields.client'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'

type LinkProps = { lang: Language; action: FormAction; names: readonly Choice[]; from: string }

/** A decision about two names: what one is to the other, after whom, and why. */
export function LinkForm({ lang, action, names, from }: LinkProps) {
  const t = deskNamesWords(lang)
  const labels = {
    fromId: t.from,
    relation: t.relationField,
    toId: t.to,
    authority: t.authorityField,
    reasonFr: t.reasonFr,
    reasonEn: t.reasonEn,
  }
  const choices = [{ value: '', label: t.choose }, ...names]
  return (
    <WorkForm {...{ lang, action, labels }} prefix="link" draftKey="names:link" submit={t.submitLink}>
      {(answer) => {
        const field = (name: keyof typeof labels) => ({ lang, answer, name, label: labels[name] })
        return (
          <>
            <input type="hidden" name="lang" value={lang} />
            <div className="picks">
              <SelectField {...field('fromId')} saved={from} choices={choices} />
              <SelectField
                {...field('relation')}
                choices={NAME_RELATIONS.map((value) => ({ value, label: t.relation[value] }))}
              />
              <SelectField {...field('toId')} choices={choices} />
            </div>
            <LineField {...field('authority')} help={t.authorityHelp} optional />
            <ProseField {...field('reasonFr')} its="fr" rows={2} help={t.reasonHelp} />
            <ProseField {...field('reasonEn')} its="en" rows={2} />
          </>
        )
      }}
    </WorkForm>
  )
}

/** Ends a decision, for a reason that is kept with it. */
export function EndForm({
  lang,
  action,
  linkId,
  seenFrom,
  named,
}: {
  lang: Language
  action: FormAction
  linkId: string
  /** The name it is ended at: a link stands under both, and each form has ids of its own. */
  seenFrom: string
  named: string
}) {
  const t = deskNamesWords(lang)
  return (
    <WorkForm
      {...{ lang, action }}
      labels={{ reason: t.endReason }}
      prefix={`end-${linkId}-${seenFrom}`}
      submit={t.submitEnd}
      submitName={`${t.submitEnd} (${named})`}
      submitClass="b"
    >
      {(answer) => (
        <>
          <input type="hidden" name="lang" value={lang} />
          <input type="hidden" name="linkId" value={linkId} />
          <ProseField {...{ lang, answer }} name="reason" label={t.endReason} help={t.endHelp} rows={2} />
        </>
      )}
    </WorkForm>
  )
}

'use client'
import type { Language } from '@/lib/domain/vocabulary'
import { deskReportsWords } from '@/lib/i18n/desk-reports'
import { LineField, ProseField, RadioField, SelectField } from '../../verdicts/_parts/work-fields.client'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'

type Form = { lang: Language; action: FormAction; back: string; reportId: string; version: number }

const Hidden = ({ back, reportId }: Pick<Form, 'back' | 'reportId'>) => (
  <>
    <input type="hidden" name="back" value={back} />
    <input type="hidden" name="reportId" value={reportId} />
  </>
)

/** One button, with what it does said before it. */
export function ButtonForm({
  lang,
  action,
  version,
  prefix,
  label,
  ...hidden
}: Form & { prefix: string; label: string }) {
  return (
    <WorkForm lang={lang} action={action} prefix={prefix} labels={{}} version={version} submit={label} submitClass="b">
      {() => <Hidden {...hidden} />}
    </WorkForm>
  )
}

/** The decision and its public reason, in the language of the reader at least. */
export function DecideForm({ lang, action, version, theirs, ...hidden }: Form & { theirs: Language }) {
  const t = deskReportsWords(lang)
  const choices = [
    { value: 'accepted', label: t.accept },
    { value: 'refused', label: t.refuse },
  ]
  const said: Record<string, string> = t.states
  return (
    <WorkForm
      lang={lang}
      action={action}
      prefix="decide"
      labels={{ decision: t.decision, outcomeFr: t.outcomeFr, outcomeEn: t.outcomeEn }}
      version={version}
      say={(name, value) => (name === 'decision' ? (said[value] ?? value) : value)}
      submit={t.submitDecision}
    >
      {(answer) => (
        <>
          <Hidden {...hidden} />
          <RadioField answer={answer} name="decision" label={t.decision} choices={choices} className="opts" />
          {(theirs === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const)).map((its) => (
            <ProseField
              key={its}
              lang={lang}
              answer={answer}
              its={its}
              name={its === 'fr' ? 'outcomeFr' : 'outcomeEn'}
              label={its === 'fr' ? t.outcomeFr : t.outcomeEn}
              {...(its === theirs ? { help: t.inTheirs } : { optional: true })}
            />
          ))}
        </>
      )}
    </WorkForm>
  )
}

/** What an accepted message led to. */
export function LinkForm({
  lang,
  action,
  version,
  claim,
  correctionId,
  corrections,
  ...hidden
}: Form & {
  claim: string | null
  correctionId: string | null
  corrections: readonly { value: string; label: string }[]
}) {
  const t = deskReportsWords(lang)
  return (
    <WorkForm
      lang={lang}
      action={action}
      prefix="link"
      labels={{ claim: t.claim, correctionId: t.correction }}
      version={version}
      submit={t.saveLink}
    >
      {(answer) => (
        <>
          <Hidden {...hidden} />
          <LineField lang={lang} answer={answer} name="claim" label={t.claim} saved={claim} optional />
          <SelectField
            lang={lang}
            answer={answer}
            name="correctionId"
            label={t.correction}
            saved={correctionId}
            optional
            choices={[{ value: '', label: t.noCorrection }, ...corrections]}
          />
        </>
      )}
    </WorkForm>
  )
}

'use client'
import { CREDIBILITIES, RELIABILITIES } from '@/lib/domain/assessment'
import type { Language } from '@/lib/domain/vocabulary'
import { deskSourcesWords } from '@/lib/i18n/desk-sources'
import { ProseField, SelectField } from '../../verdicts/_parts/work-fields.client'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'

type Props = { lang: Language; action: FormAction; back: string; sourceId: string }

/** Reliability and credibility, each on its own, and why. */
export function AssessForm({ lang, action, back, sourceId }: Props) {
  const { assess: t } = deskSourcesWords(lang)
  return (
    <WorkForm
      lang={lang}
      action={action}
      prefix="assess"
      labels={{ reliability: t.reliability, credibility: t.credibility, rationale: t.rationale }}
      submit={t.submit}
    >
      {(answer) => (
        <>
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="sourceId" value={sourceId} />
          <div className="two">
            <SelectField
              lang={lang}
              answer={answer}
              name="reliability"
              label={t.reliability}
              choices={[
                { value: '', label: t.unset },
                ...RELIABILITIES.map((code) => ({ value: code, label: `${code}, ${t.reliabilityIs[code]}` })),
              ]}
            />
            <SelectField
              lang={lang}
              answer={answer}
              name="credibility"
              label={t.credibility}
              choices={[
                { value: '', label: t.unset },
                ...CREDIBILITIES.map((code) => ({ value: code, label: `${code}, ${t.credibilityIs[code]}` })),
              ]}
            />
          </div>
          <ProseField lang={lang} answer={answer} name="rationale" label={t.rationale} />
        </>
      )}
    </WorkForm>
  )
}

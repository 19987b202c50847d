'use client'
import {
  CONFLICT_CLASSES,
  CONFLICT_TYPES,
  type Language,
  RESOLUTION_OUTCOMES,
  SEVERITIES,
} from '@/lib/domain/vocabulary'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { words } from '@/lib/i18n/words'
import { type Choice, LineField, ProseField, RadioField, SelectField } from '../../verdicts/_parts/work-fields.client'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'

type At = { lang: Language; slug: string; conflictId: string; version: number; action: FormAction }

const Where = ({ lang, slug, conflictId }: Pick<At, 'lang' | 'slug' | 'conflictId'>) => (
  <>
    <input type="hidden" name="lang" value={lang} />
    <input type="hidden" name="slug" value={slug} />
    <input type="hidden" name="conflictId" value={conflictId} />
  </>
)
const outcomeName = (lang: Language, value: string): string =>
  (words(lang).resolutionOutcome as Record<string, string>)[value] ?? value
const capital = (lang: Language, text: string): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)

/** One button per status the conflict may take now. */
export function StatusForms({ choices, ...at }: At & { choices: readonly (readonly [string, string])[] }) {
  return (
    <div className="acts">
      {choices.map(([status, label]) => (
        <WorkForm
          key={status}
          lang={at.lang}
          action={at.action}
          prefix={`status-${status}`}
          labels={{ status: deskReviewWords(at.lang).conflict.status }}
          version={at.version}
          submit={label}
          submitClass="b"
          className="plain"
        >
          {() => (
            <>
              <Where {...at} />
              <input type="hidden" name="status" value={status} />
            </>
          )}
        </WorkForm>
      ))}
    </div>
  )
}

export type Description = Record<'titleFr' | 'titleEn' | 'class' | 'type' | 'severity', string> &
  Record<'explanationFr' | 'explanationEn', string | null>

/** How the conflict is described: titles, explanation, class, type, severity. */
export function DescriptionForm({ saved, ...at }: At & { saved: Description }) {
  const { lang, version, action } = at
  const t = deskReviewWords(lang)
  const w = words(lang)
  const labels = {
    titleFr: t.mark.titleFr,
    titleEn: t.mark.titleEn,
    explanationFr: t.mark.explanationFr,
    explanationEn: t.mark.explanationEn,
    class: t.conflicts.class,
    type: t.conflicts.type,
    severity: t.mark.severity,
  }
  return (
    <WorkForm
      {...{ lang, action, version, labels }}
      prefix="description"
      draftKey={`conflict:${at.conflictId}`}
      submit={t.conflict.save}
      submitClass="b"
    >
      {(answer) => {
        const field = (name: keyof typeof labels) => ({ lang, answer, name, label: labels[name], saved: saved[name] })
        return (
          <>
            <Where {...at} />
            <LineField {...field('titleFr')} />
            <LineField {...field('titleEn')} />
            <ProseField {...field('explanationFr')} its="fr" rows={4} optional />
            <ProseField {...field('explanationEn')} its="en" rows={4} optional />
            <SelectField
              {...field('class')}
              choices={CONFLICT_CLASSES.map((value) => ({ value, label: w.conflictClass[value] }))}
            />
            <SelectField
              {...field('type')}
              choices={CONFLICT_TYPES.map((value) => ({ value, label: w.conflictType[value] }))}
            />
            <SelectField
              {...field('severity')}
              choices={SEVERITIES.map((value) => ({ value, label: w.severity[value] }))}
            />
          </>
        )
      }}
    </WorkForm>
  )
}

/** The decision: its outcome and the reason readers are given. */
export function ResolveForm({ positions, ...at }: At & { positions: readonly Choice[] }) {
  const { lang, version, action } = at
  const { conflict: t } = deskReviewWords(lang)
  const w = words(lang)
  const labels = { outcome: t.outcome, positionId: t.which, rationaleFr: t.rationaleFr, rationaleEn: t.rationaleEn }
  return (
    <WorkForm
      {...{ lang, action, version, labels }}
      prefix="resolve"
      draftKey={`resolution:${at.conflictId}`}
      submit={t.submit}
      say={(name, value) => (name === 'outcome' ? outcomeName(lang, value) : value)}
    >
      {(answer) => {
        const field = (name: keyof typeof labels) => ({ lang, answer, name, label: labels[name] })
        return (
          <>
            <Where {...at} />
            <p className="dim">{t.resolveLead}</p>
            <RadioField
              {...field('outcome')}
              choices={RESOLUTION_OUTCOMES.map((value) => ({
                value,
                label: capital(lang, w.resolutionOutcome[value]),
                help: t.outcomeHelp[value],
              }))}
            />
            <SelectField
              {...field('positionId')}
              help={t.whichHelp}
              choices={[{ value: '', label: t.noneOfThem }, ...positions]}
            />
            <ProseField {...field('rationaleFr')} its="fr" rows={4} help={t.rationaleHelp} />
            <ProseField {...field('rationaleEn')} its="en" rows={4} />
          </>
        )
      }}
    </WorkForm>
  )
}

/** Opens a settled conflict again, for a reason that is kept. */
export function ReopenForm(at: At) {
  const { lang, version, action } = at
  const { conflict: t } = deskReviewWords(lang)
  return (
    <WorkForm
      {...{ lang, action, version }}
      labels={{ reason: t.reason }}
      prefix="reopen"
      submit={t.reopen}
      submitClass="b"
    >
      {(answer) => (
        <>
          <Where {...at} />
          <p className="dim">{t.reopenLead}</p>
          <ProseField lang={lang} answer={answer} name="reason" label={t.reason} />
        </>
      )}
    </WorkForm>
  )
}

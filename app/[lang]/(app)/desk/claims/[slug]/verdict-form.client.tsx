'use client'
import { isRatingCode } from '@/lib/domain/rating'
import type { VerdictField } from '@/lib/domain/verdict-input'
import type { Language } from '@/lib/domain/vocabulary'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { deskVerdictsWords } from '@/lib/i18n/desk-verdicts'
import { ratingWord } from '@/lib/present/parts/verdict-word'
import { CheckField, ProseField, RadioField } from '../../verdicts/_parts/work-fields.client'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'
import { ratingChoices } from './rating-choices'

const PROSE = [
  ['summaryFr', 'fr', 3],
  ['summaryEn', 'en', 3],
  ['rationaleFr', 'fr', 8],
  ['rationaleEn', 'en', 8],
  ['wouldChangeFr', 'fr', 3],
  ['wouldChangeEn', 'en', 3],
  ['noEvidenceReasonFr', 'fr', 2],
  ['noEvidenceReasonEn', 'en', 2],
] as const
type Prose = (typeof PROSE)[number][0]
type Thing = { id: string; label: string }
type Saved = Record<Prose, string | null> & {
  id: string
  version: number
  ratingCode: string
  dependsOn: readonly (string | null)[]
}
type Props = {
  lang: Language
  slug: string
  claimId: string
  verdict: Saved | null
  /** What the second reader asked for in each field. */
  comments: Partial<Record<VerdictField, string>>
  conflicts: readonly Thing[]
  evidence: readonly Thing[]
  sources: readonly Thing[]
  action: FormAction
}

/** The draft: the rating, the words in both languages, and what they stand on. */
export function VerdictForm({ lang, slug, claimId, verdict, comments, conflicts, evidence, sources, action }: Props) {
  const { verdict: t } = deskReviewWords(lang)
  const labels: Record<string, string> = {
    ratingCode: t.rating,
    ...Object.fromEntries(PROSE.map(([name]) => [name, t[name]])),
  }
  const help: Partial<Record<Prose, string>> = {
    summaryFr: t.summaryHelp,
    rationaleFr: t.rationaleHelp,
    noEvidenceReasonFr: t.noEvidenceHelp,
  }
  const asked = (field: VerdictField, more?: string): string | undefined =>
    [comments[field] && deskVerdictsWords(lang).reading.asked(comments[field]), more].filter(Boolean).join(' ') ||
    undefined
  const groups = [
    ['conflictIds', t.depConflicts, conflicts],
    ['evidenceIds', t.depEvidence, evidence],
    ['sourceIds', t.depSources, sources],
  ] as const
  return (
    <WorkForm
      lang={lang}
      action={action}
      prefix="draft"
      draftKey={`verdict:${claimId}`}
      labels={labels}
      {...(verdict ? { version: verdict.version } : {})}
      say={(name, value) => (name === 'ratingCode' && isRatingCode(value) ? ratingWord(lang, value) : value)}
      submit={verdict ? t.save : t.begin}
    >
      {(answer) => (
        <>
          <input type="hidden" name="lang" value={lang} />
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="claimId" value={claimId} />
          <input type="hidden" name="verdictId" value={verdict?.id ?? ''} />
          <RadioField
            answer={answer}
            name="ratingCode"
            label={t.rating}
            saved={verdict?.ratingCode}
            help={asked('ratingCode')}
            choices={ratingChoices(lang)}
            className="ratings"
          />
          {PROSE.map(([name, its, rows]) => (
            <ProseField
              key={name}
              lang={lang}
              its={its}
              rows={rows}
              answer={answer}
              name={name}
              label={t[name]}
              saved={verdict?.[name]}
              help={asked(name, help[name])}
              optional
            />
          ))}
          <fieldset aria-describedby="depends-help">
            <legend>{t.dependsOn}</legend>
            <small id="depends-help" className="dim">
              {asked('dependsOn', t.dependsHelp)}
            </small>
            {groups.map(
              ([name, label, things]) =>
                things.length > 0 && (
                  <fieldset key={name} className="group">
                    <legend>{label}</legend>
                    {things.map((it) => (
                      <CheckField
                        key={it.id}
                        answer={answer}
                        name={name}
                        value={it.id}
                        // A first draft depends on every conflict of its claim until somebody says otherwise.
                        saved={verdict ? verdict.dependsOn.includes(it.id) : name === 'conflictIds'}
                        label={it.label}
                      />
                    ))}
                  </fieldset>
                ),
            )}
          </fieldset>
        </>
      )}
    </WorkForm>
  )
}

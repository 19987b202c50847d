'use client'
import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_ui/action-form.client'
import { RATING_CODES } from '@/lib/domain/rating'
import { MOST_LABELS, REVIEW_EXTENTS, type ReviewLabel } from '@/lib/domain/review-outcome'
import type { Language } from '@/lib/domain/vocabulary'
import { deskImportWords } from '@/lib/i18n/desk-import'
import { deskImportReviewsWords } from '@/lib/i18n/desk-import-reviews'
import { confirmReviewsAction } from './actions'
import { Hidden, LeavesOut } from './import-forms.client'

type Props = {
  lang: Language
  importId: string
  labels: readonly ReviewLabel[]
  /** What our ratings are called. */
  ratings: Readonly<Record<string, string>>
  rejected: number
  /** Whether the file may mark reviews as gone. */
  isSnapshot: boolean
  children: ReactNode
}
/** What each label of theirs means on our scale, how much of their reviews the file is, and the button that keeps it all. */
export function ReviewsForm({ lang, importId, labels, ratings, rejected, isSnapshot, children }: Props) {
  const t = deskImportReviewsWords(lang)
  const shown = labels.slice(0, MOST_LABELS)
  return (
    <ActionForm
      lang={lang}
      action={confirmReviewsAction}
      ids={{ leavesOut: 'leaves-out', labels: 'rating-0', extent: 'extent' }}
      submit={deskImportWords(lang).write}
    >
      {({ typed }) => (
        <>
          <Hidden lang={lang} importId={importId} />
          {shown.length > 0 && (
            <section className="sec" aria-labelledby="labels">
              <h2 id="labels">{t.labels(labels.length)}</h2>
              <p className="dim">{t.labelsLead}</p>
              <ul className="import-columns">
                {shown.map(({ label, row, count, known }, i) => (
                  <li key={label}>
                    <input type="hidden" name={`labels.${i}`} value={label} />
                    <label className="f" htmlFor={`rating-${i}`}>
                      <span>
                        <bdi>{label}</bdi>
                      </span>
                      <select
                        key={typed(`ratings.${i}`) ?? known ?? ''}
                        id={`rating-${i}`}
                        name={`ratings.${i}`}
                        defaultValue={typed(`ratings.${i}`) ?? known ?? ''}
                        aria-label={t.labelFor(label)}
                        aria-describedby={`used-${i}`}
                      >
                        <option value="">{t.noRating}</option>
                        {RATING_CODES.map((code) => (
                          <option key={code} value={code}>
                            {ratings[code]}
                          </option>
                        ))}
                      </select>
                    </label>
                    <p id={`used-${i}`} className="small dim">
                      {t.used(count)}, {t.firstAt(row)}
                    </p>
                  </li>
                ))}
              </ul>
              {labels.length > shown.length && (
                <p className="small dim">{t.moreLabels(labels.length - shown.length)}</p>
              )}
            </section>
          )}
          {children}
          {isSnapshot && (
            <fieldset id="extent" className="sec">
              <legend>{t.extent}</legend>
              {REVIEW_EXTENTS.map((it) => (
                <p key={it}>
                  <label className="check" htmlFor={`extent-${it}`}>
                    <input
                      id={`extent-${it}`}
                      type="radio"
                      name="extent"
                      value={it}
                      defaultChecked={(typed('extent') ?? 'as_it_looks') === it}
                      aria-describedby={`extent-${it}-help`}
                    />
                    <span>{t.extents[it]}</span>
                  </label>
                  <small id={`extent-${it}-help`} className="dim">
                    {t.extentHelp[it]}
                  </small>
                </p>
              ))}
            </fieldset>
          )}
          {rejected > 0 && <LeavesOut words={t.leavesOut(rejected)} />}
        </>
      )}
    </ActionForm>
  )
}

import { RATING_CODES } from '@/lib/domain/rating'
import type { ReviewOutcome } from '@/lib/domain/review-outcome'
import type { TableImport } from '@/lib/domain/table-import'
import type { Language } from '@/lib/domain/vocabulary'
import { deskImportWords } from '@/lib/i18n/desk-import'
import { deskImportReviewsWords } from '@/lib/i18n/desk-import-reviews'
import { importFileWords } from '@/lib/i18n/import-file'
import { ratingWord } from '@/lib/present/parts/verdict-word'
import { reviewProblemSentence } from '@/lib/present/review-problem'
import { ReviewsForm } from '../reviews-form.client'

type Props = { lang: Language; table: TableImport; reviews: ReviewOutcome; isOwn: boolean }
/** How many of each are shown. */
const SHOWN = 100

/** What a file of ClaimReviews would change, or changed: side by side, with what is odd and what their labels mean. */
export function Reviews({ lang, table, reviews, isOwn }: Props) {
  const t = deskImportReviewsWords(lang)
  const isWritten = table.state === 'written'
  const ratings = Object.fromEntries(RATING_CODES.map((code) => [code, ratingWord(lang, code)]))
  return (
    <>
      {isWritten && <p role="status">{t.written}</p>}
      <p role={isWritten ? undefined : 'status'}>
        <strong>{t.counts(table)}</strong>
      </p>
      <p className="dim">{t.lead}</p>
      {reviews.absent > 0 && <p>{isWritten ? t.wasAbsent(reviews.absent) : t.absent(reviews.absent)}</p>}
      {reviews.lacking > 0 && (
        <p role="alert" className="side c-no">
          {t.lacking(reviews.lacking)}
        </p>
      )}
      {reviews.own > 0 && <p className="dim">{t.own(reviews.own)}</p>}
      <Problems lang={lang} reviews={reviews} />
      {isOwn && table.state === 'compared' ? (
        <ReviewsForm
          {...{ lang, ratings, labels: reviews.labels, importId: table.id }}
          {...{ rejected: table.rejected, isSnapshot: reviews.isSnapshot && reviews.absent + reviews.lacking > 0 }}
        >
          <Changes lang={lang} table={table} reviews={reviews} />
        </ReviewsForm>
      ) : (
        <>
          <Said lang={lang} reviews={reviews} ratings={ratings} />
          <Changes lang={lang} table={table} reviews={reviews} />
        </>
      )}
    </>
  )
}

function Problems({ lang, reviews: { problems, odd } }: Pick<Props, 'lang' | 'reviews'>) {
  const t = deskImportReviewsWords(lang)
  if (odd === 0) return null
  const words = importFileWords(lang)
  return (
    <section className="sec" aria-labelledby="problems">
      <h2 id="problems">{t.problems(odd)}</h2>
      <p className="dim">{t.problemsLead}</p>
      <ul className="dashes">
        {problems.slice(0, SHOWN).map((it) => (
          <li key={`${it.row} ${it.code}`}>{reviewProblemSentence(words, it)}</li>
        ))}
      </ul>
      {odd > SHOWN && <p className="small dim">{deskImportWords(lang).first(SHOWN)}</p>}
    </section>
  )
}

/** What somebody said their labels mean. */
function Said({
  lang,
  reviews: { said },
  ratings,
}: Pick<Props, 'lang' | 'reviews'> & { ratings: Record<string, string> }) {
  const given = Object.entries(said?.labels ?? {})
  if (given.length === 0) return null
  return (
    <section className="sec" aria-labelledby="said">
      <h2 id="said">{deskImportReviewsWords(lang).labelsSaid}</h2>
      <dl className="import-sides">
        {given.map(([label, code]) => (
          <div key={label}>
            <dt>
              <bdi>{label}</bdi>
            </dt>
            <dd>{ratings[code]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Changes({ lang, table, reviews: { changes } }: Omit<Props, 'isOwn'>) {
  const t = deskImportWords(lang)
  const of = deskImportReviewsWords(lang)
  if (changes.length === 0) return null
  const isWritten = table.state === 'written'
  return (
    <section className="sec" aria-labelledby="changes">
      <h2 id="changes">{of.changed(table.changed)}</h2>
      <ul className="import-diff">
        {changes.slice(0, SHOWN).map((it) => (
          <li key={`${it.key} ${it.field}`}>
            <p className="small dim import-name">
              <a href={it.key} rel="noreferrer">
                {it.key}
              </a>{' '}
              · {of.fields[it.field]}
            </p>
            <dl className="import-sides">
              <div>
                <dt>{isWritten ? t.before : t.ours}</dt>
                <dd>
                  <bdi>{it.before ?? t.nothing}</bdi>
                </dd>
              </div>
              <div>
                <dt>{isWritten ? t.after : t.theirs}</dt>
                <dd>
                  <bdi>{it.after}</bdi>
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
      {changes.length > SHOWN && <p className="small dim">{t.first(SHOWN)}</p>}
    </section>
  )
}

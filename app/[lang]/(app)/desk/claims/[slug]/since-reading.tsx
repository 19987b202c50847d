import { ChangedWords } from '@/app/_ui/verdict-changed-words'
import { isRatingCode } from '@/lib/domain/rating'
import type { Held } from '@/lib/domain/revision'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMemoryWords } from '@/lib/i18n/desk-memory'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { deskVerdictsWords } from '@/lib/i18n/desk-verdicts'
import { ratingWord } from '@/lib/present/parts/verdict-word'
import { Moment } from '@/lib/present/parts/when'
import type { DeskClaim } from '@/lib/services/load-desk-claim'

type Since = NonNullable<DeskClaim['since']>

/** For a second look: field by field, what changed since this person read it, beside what they asked for then. */
export function SinceReading({ lang, since }: { lang: Language; since: Since }) {
  const { since: t } = deskVerdictsWords(lang)
  const { column: labels } = deskMemoryWords(lang).history
  const asked = Object.entries(since.asked)
  const untouched = asked.filter(([field]) => !since.changes.some(({ column }) => column === field))
  return (
    <section className="since" aria-labelledby="since">
      <h4 id="since">{t.title}</h4>
      <p className="dim small">
        {t.read} <Moment lang={lang} iso={since.at} />
      </p>
      {since.note && <p>{t.asked(since.note)}</p>}
      {since.changes.length === 0 && <p>{t.nothing}</p>}
      {since.changes.map(({ column, before, after }) => (
        <div key={column}>
          <h5>{labels[column]}</h5>
          {since.asked[column] && <p className="small">{t.asked(since.asked[column])}</p>}
          <ChangedWords
            lang={lang}
            its={column.endsWith('En') ? 'en' : column.endsWith('Fr') ? 'fr' : undefined}
            before={said(lang, before)}
            after={said(lang, after)}
          />
        </div>
      ))}
      {untouched.map(([field, body]) => (
        <div key={field}>
          <h5>
            {field === 'dependsOn' ? deskReviewWords(lang).verdict.dependsOn : labels[field as keyof typeof labels]}
          </h5>
          <p className="small">{t.asked(body)}</p>
          {/* What it stands on is a list: whether it was changed stands in the history, not here. */}
          {field !== 'dependsOn' && <p className="dim">{t.untouched}</p>}
        </div>
      ))}
      {since.changes.length > 0 && <p className="dim small">{t.legend}</p>}
    </section>
  )
}

const said = (lang: Language, held: Held): string => {
  const text = held === null ? '' : String(held)
  return isRatingCode(text) ? ratingWord(lang, text) : text
}

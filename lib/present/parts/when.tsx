import type { VagueDate } from '@/lib/domain/vague-date'
import type { Language } from '@/lib/domain/vocabulary'
import { day, machineDate, moment, vagueDate } from '@/lib/i18n/format'
import { publicWords } from '@/lib/i18n/public'
import { Quoted } from './quoted'

/** A day the database knows. */
export const Day = ({ lang, iso, className }: { lang: Language; iso: string; className?: string }) => (
  <time dateTime={iso} className={className}>
    {day(lang, iso)}
  </time>
)

/** A minute the database knows. */
export const Moment = ({ lang, iso }: { lang: Language; iso: string }) => (
  <time dateTime={iso}>{moment(lang, iso)}</time>
)

/** A date as it is known: the day, and how we know it, with the words it was taken from. Never a guess. */
export function When({ lang, date, language = null }: { lang: Language; date: VagueDate; language?: string | null }) {
  const t = publicWords(lang)
  const words = date.words === null ? null : <Quoted {...{ lang, language }}>{date.words}</Quoted>
  if (date.edtf === null) return <span>{words ?? t.date.undated}</span>
  return (
    <span>
      <time dateTime={machineDate(date)}>{vagueDate(lang, date)}</time>
      {date.basis === 'inferred' && (
        <span className="dim">
          , {t.date.inferred}
          {words && <> ({words})</>}
        </span>
      )}
    </span>
  )
}

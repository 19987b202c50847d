import type { Language } from '@/lib/domain/vocabulary'

type Props = { lang: Language; at: Date }

/** A moment, in words and in figures; in UTC and said so, because people of one desk sit in several time zones. */
export function Moment({ lang, at }: Props) {
  const words = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at)
  return (
    <time dateTime={at.toISOString()} className="num">
      {words} UTC
    </time>
  )
}

import type { Language } from '@/lib/domain/vocabulary'
import { moment } from '@/lib/i18n/format'

type Props = { lang: Language; at: Date }

/** A moment, in words and in figures; in UTC and said so, because people of one desk sit in several time zones. */
export const Moment = ({ lang, at }: Props) => (
  <time dateTime={at.toISOString()} className="num">
    {moment(lang, at.toISOString())}
  </time>
)

import type { Language } from '@/lib/domain/vocabulary'
import { earlierWords } from '@/lib/i18n/earlier'

type Props = {
  lang: Language
  /** The page that is asked for again. */
  path: string
  /** What else its address asks. */
  kept?: Readonly<Record<string, string>>
}

/** Asks for a page as it was published on a day. A plain form: it works without script. */
export function EarlierForm({ lang, path, kept = {} }: Props) {
  const t = earlierWords(lang)
  return (
    <form className="earlier no-print" action={path} method="get">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="at">{t.asked}</label>
      <input id="at" type="date" name="at" required />
      <button className="b" type="submit">
        {t.show}
      </button>
    </form>
  )
}

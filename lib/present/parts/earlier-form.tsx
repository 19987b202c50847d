import type { Language } from '@/lib/domain/vocabulary'
import { earlierWords } from '@/lib/i18n/earlier'
import { claimPath } from '../addresses'

/** Asks for the page of a claim as it was published on a day. A plain form: it works without script. */
export function EarlierForm({ lang, slug }: { lang: Language; slug: string }) {
  const t = earlierWords(lang)
  return (
    <form className="earlier no-print" action={claimPath(lang, slug)} method="get">
      <label htmlFor="at">{t.asked}</label>
      <input id="at" type="date" name="at" required />
      <button className="b" type="submit">
        {t.show}
      </button>
    </form>
  )
}

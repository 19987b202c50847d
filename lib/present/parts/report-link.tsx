import { type About, aboutText } from '@/lib/domain/report'
import type { Language } from '@/lib/domain/vocabulary'
import { reportWordsIn } from '@/lib/i18n/report'
import { reportPath } from '../addresses'

/** The way to say that this page is wrong, or to answer it. */
export const ReportLink = ({ lang, about }: { lang: Language; about: About }) => (
  <p className="sec no-print">
    <a href={reportPath(lang, aboutText(about))}>{reportWordsIn(lang).reportHere}</a>
  </p>
)

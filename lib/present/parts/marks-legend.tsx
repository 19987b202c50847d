import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { words } from '@/lib/i18n/words'

/** What the lines under the words mean: the line is the kind of passage, the tint is a contradiction. */
export function MarksLegend({ lang }: { lang: Language }) {
  const t = publicWords(lang).dispatch
  const kind = words(lang).occurrenceKind
  return (
    <ul className="legend marks">
      <li>
        <span className="m swatch">{t.solid}</span> {kind.direct_quote}
      </li>
      <li>
        <span className="m ind swatch">{t.dashed}</span> {kind.indirect}
      </li>
      <li>
        <span className="m nar swatch">{t.dotted}</span> {kind.narration}
      </li>
      <li>
        <span className="m x swatch">{t.tinted}</span> {t.tintedMeans}
      </li>
      <li>
        <span className="m ind up swatch">
          <span className="m nar">{t.double}</span>
        </span>{' '}
        {t.doubleMeans}
      </li>
    </ul>
  )
}

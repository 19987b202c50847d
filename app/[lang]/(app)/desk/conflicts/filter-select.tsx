import type { Language } from '@/lib/domain/vocabulary'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { number } from '@/lib/i18n/format'

type Props = {
  lang: Language
  name: string
  label: string
  value: string | undefined
  counts: ReadonlyMap<string, number>
  choices: readonly (readonly [string, string])[]
}

/** One filter: its choices with how many conflicts each would show; choices that would show none are left out. */
export function FilterSelect({ lang, name, label, value = '', counts, choices }: Props) {
  return (
    <label className="f" htmlFor={`filter-${name}`}>
      <span>{label}</span>
      <select key={value} id={`filter-${name}`} name={name} defaultValue={value}>
        <option value="">{deskReviewWords(lang).any}</option>
        {choices
          .filter(([code]) => code === value || (counts.get(code) ?? 0) > 0)
          .map(([code, word]) => (
            <option key={code} value={code}>
              {word} ({number(lang, counts.get(code) ?? 0)})
            </option>
          ))}
      </select>
    </label>
  )
}

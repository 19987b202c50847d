'use client'
import { useEffect, useRef } from 'react'
import { PROPERTIES, PROPERTY_CODES } from '@/lib/domain/property'
import type { Language } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'

/** One thing a passage says of its event, as it is being typed; `words` are the passage's own when the value stands in it. */
export type StatementDraft = { key: string; property: string; value: string; words: string }
type Props = {
  lang: Language
  quote: string
  value: readonly StatementDraft[]
  onChange: (statements: StatementDraft[]) => void
  fieldId: (field: string) => string
  refused: (field: string) => string | undefined
}

let made = 0

/** What the passage says of the event, property by property. */
export function StatementRows({ lang, quote, value, onChange, fieldId, refused }: Props) {
  const t = deskWords(lang).form
  /** A row that was just added stands before the button that added it: whoever added it goes on there. */
  const added = useRef<string | null>(null)
  useEffect(() => {
    if (added.current) document.getElementById(added.current)?.focus()
    added.current = null
  })
  const change = (i: number, part: Partial<StatementDraft>) =>
    onChange(value.map((it, at) => (at === i ? { ...it, ...part } : it)))
  return (
    <fieldset>
      <legend>{t.statements}</legend>
      {value.map((statement, i) => (
        <div key={statement.key} className="two">
          <select
            id={fieldId(`statements.${i}.property`)}
            aria-label={t.property(i + 1)}
            value={statement.property}
            onChange={(event) => change(i, { property: event.target.value })}
          >
            {PROPERTY_CODES.map((code) => (
              <option key={code} value={code}>
                {PROPERTIES[code][lang]}
              </option>
            ))}
          </select>
          <span className="row-acts">
            <input
              id={fieldId(`statements.${i}.value`)}
              aria-label={t.value(i + 1)}
              aria-invalid={refused(`statements.${i}.value`) ? true : undefined}
              value={statement.value}
              onChange={(event) =>
                change(i, {
                  value: event.target.value,
                  words: quote.includes(event.target.value) ? event.target.value : '',
                })
              }
            />
            <button
              type="button"
              className="b bare"
              aria-label={t.removeStatement(i + 1)}
              onClick={() => onChange(value.filter((_, at) => at !== i))}
            >
              ✕
            </button>
          </span>
        </div>
      ))}
      <button
        type="button"
        className="b"
        onClick={() => {
          added.current = fieldId(`statements.${value.length}.property`)
          onChange([...value, { key: `s${++made}`, property: 'actor', value: '', words: '' }])
        }}
      >
        {t.addStatement}
      </button>
    </fieldset>
  )
}

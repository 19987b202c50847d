'use client'
import { useId, useState } from 'react'
import { type Language, SOURCE_KINDS, type SourceKind } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { words } from '@/lib/i18n/words'

type Props = { lang: Language; create: (source: { name: string; kind: SourceKind }) => Promise<boolean> }

/** A source nobody has cited yet, made without leaving the chain: its name and what it is. Enter makes it. */
export function QuickSource({ lang, create }: Props) {
  const t = deskWords(lang).form
  const [name, setName] = useState('')
  const [kind, setKind] = useState<SourceKind>('person')
  const id = useId()
  const make = () => {
    if (name.trim() !== '') void create({ name, kind })
  }
  return (
    <div className="two">
      <label className="f" htmlFor={`${id}-name`}>
        <span>{t.newSourceName}</span>
        <input
          id={`${id}-name`}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            // Enter belongs to this line here, not to the claim around it.
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
            event.preventDefault()
            make()
          }}
        />
      </label>
      <label className="f" htmlFor={`${id}-kind`}>
        <span>{t.newSourceKind}</span>
        <select id={`${id}-kind`} value={kind} onChange={(event) => setKind(event.target.value as SourceKind)}>
          {SOURCE_KINDS.map((it) => (
            <option key={it} value={it}>
              {words(lang).sourceKind[it]}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="b" disabled={name.trim() === ''} onClick={make}>
        {t.create}
      </button>
    </div>
  )
}

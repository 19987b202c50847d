'use client'
import { useId, useState } from 'react'
import { HOP_ROLES, type HopRole, type Language, SOURCE_KINDS, type SourceKind } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { words } from '@/lib/i18n/words'

/** One hop as it is being typed; `key` keeps its row while rows move. */
export type HopDraft = {
  key: string
  sourceId: string
  role: HopRole
  verb: string
  medium: string
  language: string
  isAmbiguous: boolean
}
export type SourceChoice = { id: string; name: string }
type CreateSource = (source: { name: string; kind: SourceKind }) => Promise<SourceChoice | null>
type Props = {
  lang: Language
  value: readonly HopDraft[]
  onChange: (chain: HopDraft[]) => void
  sources: readonly SourceChoice[]
  createSource: CreateSource
  /** Sentences about hops that were refused, by "0.sourceId", "1.role"… */
  refused: (field: string) => string | undefined
}

let made = 0
export const emptyHop = (role: HopRole = 'speaker'): HopDraft => ({
  key: `hop-${++made}`,
  sourceId: '',
  role,
  verb: '',
  medium: '',
  language: '',
  isAmbiguous: false,
})

/** The ordered hops of an attribution chain; everything by buttons and fields, nothing only by dragging. */
export function ChainEditor({ lang, value, onChange, sources, createSource, refused }: Props) {
  const t = deskWords(lang).form
  const w = words(lang)
  const id = useId()
  const [isCreating, setCreating] = useState(false)
  const [said, setSaid] = useState('')
  const change = (i: number, part: Partial<HopDraft>) =>
    onChange(value.map((hop, at) => (at === i ? { ...hop, ...part } : hop)))
  const move = (i: number, by: -1 | 1) => {
    const next = [...value]
    const [hop] = next.splice(i, 1)
    if (hop) next.splice(i + by, 0, hop)
    onChange(next)
    setSaid(`${t.hop(i + by + 1)}: ${sources.find((source) => source.id === hop?.sourceId)?.name ?? ''}`)
  }
  return (
    <fieldset className="chain-editor">
      <legend>
        {t.chain} <span className="dim small">{t.chainHint}</span>
      </legend>
      <ol className="ed">
        {value.map((hop, i) => {
          const n = i + 1
          const fault = refused(`${i}.sourceId`) ?? refused(`${i}.role`)
          return (
            <li key={hop.key} className="ed-row">
              <span className="num dim">{n}</span>
              <select
                aria-label={t.role(n)}
                value={hop.role}
                onChange={(event) => change(i, { role: event.target.value as HopRole })}
              >
                {HOP_ROLES.map((role) => (
                  <option key={role} value={role}>
                    {w.hopRole[role]}
                  </option>
                ))}
              </select>
              <select
                aria-label={t.source(n)}
                aria-invalid={fault ? true : undefined}
                aria-describedby={fault ? `${id}-${i}` : undefined}
                value={hop.sourceId}
                onChange={(event) => change(i, { sourceId: event.target.value })}
              >
                <option value="">{t.chooseSource}</option>
                {sources.map((source) => (
                  <option key={source.id} value={source.id}>
                    {source.name}
                  </option>
                ))}
              </select>
              <span className="row-acts">
                <button
                  type="button"
                  className="b bare"
                  aria-label={t.up(n)}
                  disabled={i === 0}
                  onClick={() => move(i, -1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  className="b bare"
                  aria-label={t.down(n)}
                  disabled={n === value.length}
                  onClick={() => move(i, 1)}
                >
                  ↓
                </button>
                <button
                  type="button"
                  className="b bare"
                  aria-label={t.remove(n)}
                  onClick={() => onChange(value.filter((_, at) => at !== i))}
                >
                  ✕
                </button>
              </span>
              {fault && (
                <strong className="sub" id={`${id}-${i}`}>
                  {fault}
                </strong>
              )}
              <span className="sub">
                <label>
                  <span>{t.verb}</span>
                  <input value={hop.verb} onChange={(event) => change(i, { verb: event.target.value })} />
                </label>
                <label>
                  <span>{t.medium}</span>
                  <input value={hop.medium} onChange={(event) => change(i, { medium: event.target.value })} />
                </label>
                <label>
                  <span>{t.language}</span>
                  <input value={hop.language} onChange={(event) => change(i, { language: event.target.value })} />
                </label>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={hop.isAmbiguous}
                    onChange={(event) => change(i, { isAmbiguous: event.target.checked })}
                  />
                  {t.ambiguous}
                </label>
              </span>
            </li>
          )
        })}
      </ol>
      <div className="acts">
        <button
          type="button"
          className="b"
          onClick={() => onChange([...value, emptyHop(value.length === 0 ? 'speaker' : 'outlet')])}
        >
          {t.addHop}
        </button>
        <button type="button" className="b" aria-expanded={isCreating} onClick={() => setCreating(!isCreating)}>
          {t.newSource}
        </button>
      </div>
      {isCreating && (
        <NewSource
          lang={lang}
          create={async (source) => {
            const created = await createSource(source)
            if (!created) return false
            setCreating(false)
            const empty = value.findIndex(({ sourceId }) => sourceId === '')
            if (empty >= 0) change(empty, { sourceId: created.id })
            else onChange([...value, { ...emptyHop('outlet'), sourceId: created.id }])
            return true
          }}
        />
      )}
      <span role="status" className="vh">
        {said}
      </span>
    </fieldset>
  )
}

function NewSource({
  lang,
  create,
}: {
  lang: Language
  create: (source: { name: string; kind: SourceKind }) => Promise<boolean>
}) {
  const t = deskWords(lang).form
  const [name, setName] = useState('')
  const [kind, setKind] = useState<SourceKind>('person')
  const id = useId()
  return (
    <div className="two">
      <label className="f" htmlFor={`${id}-name`}>
        <span>{t.newSourceName}</span>
        <input id={`${id}-name`} value={name} onChange={(event) => setName(event.target.value)} />
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
      <button type="button" className="b" disabled={name.trim() === ''} onClick={() => void create({ name, kind })}>
        {t.create}
      </button>
    </div>
  )
}

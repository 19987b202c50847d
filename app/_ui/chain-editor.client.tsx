'use client'
import { type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { MAX_HOPS } from '@/lib/domain/chain'
import { moved, placeUnder } from '@/lib/domain/chain-order'
import type { HopRole, Language, SourceKind } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { deskChainWords } from '@/lib/i18n/desk-chain'
import { ChainPreview } from './chain-preview'
import { HopRow } from './hop-row.client'
import { useKeys } from './keys.client'
import { QuickSource } from './quick-source.client'

/** One hop as it is being typed; `key` keeps its row while rows move. */
export type HopDraft = {
  key: string
  sourceId: string
  role: HopRole
  verb: string
  medium: string
  language: string
  isAmbiguous: boolean
  spokenWords: string
  spokenEdtf: string
}
export type SourceChoice = { id: string; name: string }
export type CreateSource = (source: { name: string; kind: SourceKind }) => Promise<SourceChoice | null>
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
  spokenWords: '',
  spokenEdtf: '',
})

/** The ordered hops of an attribution chain. They move by dragging, by buttons and by keys; what moved is said aloud. */
export function ChainEditor({ lang, value, onChange, sources, createSource, refused }: Props) {
  const t = deskWords(lang).form
  const c = deskChainWords(lang)
  const id = useId()
  const list = useRef<HTMLOListElement>(null)
  /** Moving a row in the page takes the focus from what is in it; it is given back to the same control. */
  const focused = useRef<string | null>(null)
  const [isCreating, setCreating] = useState(false)
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<{ key: string; from: number } | null>(null)
  useKeys([
    { press: 'Alt+ArrowUp', name: c.up, group: c.keys },
    { press: 'Alt+ArrowDown', name: c.down, group: c.keys },
  ])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after the rows took their places
  useEffect(() => {
    if (focused.current) document.getElementById(focused.current)?.focus()
    focused.current = null
  }, [value])

  const nameOf = (hop: HopDraft | undefined, i: number) =>
    sources.find((source) => source.id === hop?.sourceId)?.name ?? c.unnamedHop(i + 1)
  const change = (i: number, part: Partial<HopDraft>) =>
    onChange(value.map((hop, at) => (at === i ? { ...hop, ...part } : hop)))
  const move = (from: number, to: number) => {
    const next = moved(value, from, to)
    const name = nameOf(value[from], from)
    if (next === value) return setSaid(c.atEnd(name))
    focused.current = document.activeElement?.id || null
    onChange([...next])
    setSaid(c.moved(name, from + 1, to + 1, value.length))
  }
  const insert = (at: number, hop: HopDraft) => {
    focused.current = `${id}-${hop.key}-source`
    onChange([...value.slice(0, at), hop, ...value.slice(at)])
    setSaid(c.added(at + 1))
  }
  const remove = (i: number) => {
    const left = value.filter((_, at) => at !== i)
    const next = left[Math.min(i, left.length - 1)]
    focused.current = next ? `${id}-${next.key}-source` : `${id}-add`
    onChange(left)
    setSaid(c.removed(nameOf(value[i], i), left.length))
  }

  // The pointer is held by the handle, so that a finger may leave the row while it drags it.
  const drag = (event: PointerEvent<HTMLButtonElement>, key: string) => {
    const from = value.findIndex((hop) => hop.key === key)
    if (event.type === 'pointerdown') {
      event.currentTarget.setPointerCapture(event.pointerId)
      return setDragged({ key, from })
    }
    if (dragged?.key !== key) return
    if (event.type === 'pointermove') {
      const middles = Array.from(list.current?.children ?? [], (row) => {
        const { top, height } = row.getBoundingClientRect()
        return top + height / 2
      })
      const to = placeUnder(middles, from, event.clientY)
      if (to !== from) onChange([...moved(value, from, to)])
      return
    }
    setDragged(null)
    if (from !== dragged.from) setSaid(c.moved(nameOf(value[from], from), dragged.from + 1, from + 1, value.length))
  }

  return (
    <fieldset className="chain-editor">
      <legend>
        {t.chain} <span className="dim small">{t.chainHint}</span>
      </legend>
      <ol className="ed" ref={list}>
        {value.map((hop, i) => (
          <HopRow
            key={hop.key}
            lang={lang}
            id={`${id}-${hop.key}`}
            n={i + 1}
            of={value.length}
            hop={hop}
            sources={sources}
            isDragged={dragged?.key === hop.key}
            fault={refused(`${i}.sourceId`) ?? refused(`${i}.role`) ?? refused(`${i}.spokenEdtf`)}
            onChange={(part) => change(i, part)}
            onMove={(by) => move(i, i + by)}
            onRemove={() => remove(i)}
            onInsert={value.length < MAX_HOPS ? () => insert(i + 1, emptyHop('interpreter')) : null}
            onDrag={(event) => drag(event, hop.key)}
          />
        ))}
      </ol>
      <div className="acts">
        <button
          type="button"
          className="b"
          id={`${id}-add`}
          disabled={value.length >= MAX_HOPS}
          onClick={() => insert(value.length, emptyHop(value.length === 0 ? 'speaker' : 'outlet'))}
        >
          {t.addHop}
        </button>
        <button type="button" className="b" aria-expanded={isCreating} onClick={() => setCreating(!isCreating)}>
          {t.newSource}
        </button>
      </div>
      {isCreating && (
        <QuickSource
          lang={lang}
          create={async (source) => {
            const created = await createSource(source)
            if (!created) return false
            setCreating(false)
            const empty = value.findIndex(({ sourceId }) => sourceId === '')
            if (empty >= 0) change(empty, { sourceId: created.id })
            else insert(value.length, { ...emptyHop('outlet'), sourceId: created.id })
            return true
          }}
        />
      )}
      <ChainPreview lang={lang} chain={value} sources={sources} />
      <span role="status" className="vh">
        {said}
      </span>
    </fieldset>
  )
}

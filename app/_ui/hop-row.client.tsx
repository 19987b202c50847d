'use client'
import type { KeyboardEvent, PointerEvent } from 'react'
import { HOP_ROLES, type HopRole, type Language } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { deskChainWords } from '@/lib/i18n/desk-chain'
import { words } from '@/lib/i18n/words'
import type { HopDraft, SourceChoice } from './chain-editor.client'
import { useAria } from './keys.client'

type Props = {
  lang: Language
  id: string
  n: number
  of: number
  hop: HopDraft
  sources: readonly SourceChoice[]
  isDragged: boolean
  fault: string | undefined
  onChange: (part: Partial<HopDraft>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  /** Null when the chain is as long as it may be. */
  onInsert: (() => void) | null
  onDrag: (event: PointerEvent<HTMLButtonElement>) => void
}

/** One hop: who, in which role, and what the text says of how the words passed. */
export function HopRow(props: Props) {
  const { lang, id, n, of, hop, sources, isDragged, fault, onChange, onMove, onRemove, onInsert, onDrag } = props
  const t = deskWords(lang).form
  const c = deskChainWords(lang)
  const w = words(lang)
  const aria = useAria()
  const moveByKey = (event: KeyboardEvent) => {
    if (!event.altKey || event.shiftKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  const line = (name: 'verb' | 'medium' | 'language' | 'spokenWords' | 'spokenEdtf', label: string) => (
    <label>
      <span>{label}</span>
      <input id={`${id}-${name}`} value={hop[name]} onChange={(event) => onChange({ [name]: event.target.value })} />
    </label>
  )
  const hasMore = [hop.verb, hop.medium, hop.language, hop.spokenWords, hop.spokenEdtf].some(Boolean) || hop.isAmbiguous
  return (
    <li className={isDragged ? 'ed-row dragged' : 'ed-row'} onKeyDown={moveByKey}>
      <button
        type="button"
        className="handle"
        id={`${id}-handle`}
        aria-label={c.drag(n)}
        onPointerDown={onDrag}
        onPointerMove={onDrag}
        onPointerUp={onDrag}
        onPointerCancel={onDrag}
      >
        <span aria-hidden="true">⠿</span>
        <span className="num">{n}</span>
      </button>
      <select
        id={`${id}-role`}
        aria-label={t.role(n)}
        value={hop.role}
        onChange={(event) => onChange({ role: event.target.value as HopRole })}
      >
        {HOP_ROLES.map((role) => (
          <option key={role} value={role}>
            {w.hopRole[role]}
          </option>
        ))}
      </select>
      <select
        id={`${id}-source`}
        aria-label={t.source(n)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        value={hop.sourceId}
        onChange={(event) => onChange({ sourceId: event.target.value })}
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
          id={`${id}-up`}
          aria-label={t.up(n)}
          aria-keyshortcuts={aria('Alt+ArrowUp')}
          aria-disabled={n === 1}
          onClick={() => onMove(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="b bare"
          id={`${id}-down`}
          aria-label={t.down(n)}
          aria-keyshortcuts={aria('Alt+ArrowDown')}
          aria-disabled={n === of}
          onClick={() => onMove(1)}
        >
          ↓
        </button>
        <button type="button" className="b bare" aria-label={t.remove(n)} onClick={onRemove}>
          ✕
        </button>
      </span>
      {fault && (
        <strong className="wide" id={`${id}-fault`}>
          {fault}
        </strong>
      )}
      <details className="wide" open={hasMore || undefined}>
        <summary>{c.more}</summary>
        <span className="sub">
          {line('verb', t.verb)}
          {line('medium', t.medium)}
          {line('language', t.language)}
          <label>
            <span>{c.scope}</span>
            <select
              id={`${id}-scope`}
              value={hop.isAmbiguous ? 'ambiguous' : 'explicit'}
              onChange={(event) => onChange({ isAmbiguous: event.target.value === 'ambiguous' })}
            >
              <option value="explicit">{w.hopScope.explicit}</option>
              <option value="ambiguous">{w.hopScope.ambiguous}</option>
            </select>
          </label>
          {line('spokenWords', c.spokenWords)}
          {line('spokenEdtf', c.spokenEdtf)}
        </span>
      </details>
      {onInsert && n < of && (
        <button type="button" className="b bare insert" aria-label={c.insert(n)} onClick={onInsert}>
          + {c.insertShort}
        </button>
      )}
    </li>
  )
}

import type { Span } from '@/lib/domain/quote'
import type { Edge } from '@/lib/domain/selection'
import type { Language } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { Kbd } from './kbd'

type Props = {
  lang: Language
  passage: string
  chosen: Span
  adjust: (edge: Edge, step: 1 | -1) => void
  onLeave: () => void
  /** Null when no claim can be made now. */
  onAdd: (() => void) | null
}

/** The chosen passage in words, and what can be done with it; every key is printed on its button. */
export function PassageTools({ lang, passage, chosen, adjust, onLeave, onAdd }: Props) {
  const t = deskWords(lang).reading
  return (
    <div className="card open">
      <p className="small" role="status">
        {t.selected(passage, chosen.start, chosen.end)}
      </p>
      <div className="pop" role="toolbar" aria-label={t.toolbar}>
        {onAdd && (
          <button type="button" className="b" onClick={onAdd}>
            {t.claim} <Kbd>a</Kbd>
          </button>
        )}
        <button type="button" className="b" onClick={() => adjust('end', 1)}>
          {t.extend} <Kbd>⇧ →</Kbd>
        </button>
        <button type="button" className="b" onClick={() => adjust('end', -1)}>
          {t.shrink} <Kbd>⇧ ←</Kbd>
        </button>
        <button type="button" className="b" onClick={() => adjust('start', 1)}>
          {t.extendStart} <Kbd>Alt ⇧ ←</Kbd>
        </button>
        <button type="button" className="b" onClick={() => adjust('start', -1)}>
          {t.shrinkStart} <Kbd>Alt ⇧ →</Kbd>
        </button>
        <button type="button" className="b" onClick={onLeave}>
          {t.leave} <Kbd>Esc</Kbd>
        </button>
      </div>
    </div>
  )
}

import type { Span } from '@/lib/domain/quote'
import type { Edge } from '@/lib/domain/selection'
import type { Language } from '@/lib/domain/vocabulary'
import { deskWords } from '@/lib/i18n/desk'
import { KeyHint, useAria } from './keys.client'

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
  const aria = useAria()
  return (
    <div className="card open">
      <p className="small" role="status">
        {t.selected(passage, chosen.start, chosen.end)}
      </p>
      <div className="pop" role="toolbar" aria-label={t.toolbar}>
        {onAdd && (
          <button type="button" className="b" aria-keyshortcuts={aria('a')} onClick={onAdd}>
            {t.claim} <KeyHint of="a" />
          </button>
        )}
        <button
          type="button"
          className="b"
          aria-keyshortcuts={aria('Shift+ArrowRight')}
          onClick={() => adjust('end', 1)}
        >
          {t.extend} <KeyHint of="Shift+ArrowRight" />
        </button>
        <button
          type="button"
          className="b"
          aria-keyshortcuts={aria('Shift+ArrowLeft')}
          onClick={() => adjust('end', -1)}
        >
          {t.shrink} <KeyHint of="Shift+ArrowLeft" />
        </button>
        <button
          type="button"
          className="b"
          aria-keyshortcuts={aria('Alt+Shift+ArrowLeft')}
          onClick={() => adjust('start', 1)}
        >
          {t.extendStart} <KeyHint of="Alt+Shift+ArrowLeft" />
        </button>
        <button
          type="button"
          className="b"
          aria-keyshortcuts={aria('Alt+Shift+ArrowRight')}
          onClick={() => adjust('start', -1)}
        >
          {t.shrinkStart} <KeyHint of="Alt+Shift+ArrowRight" />
        </button>
        <button type="button" className="b" aria-keyshortcuts={aria('Escape')} onClick={onLeave}>
          {t.leave} <KeyHint of="Escape" />
        </button>
      </div>
    </div>
  )
}

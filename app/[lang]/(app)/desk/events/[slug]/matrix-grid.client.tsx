'use client'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Kbd } from '@/app/_ui/kbd'
import { PROPERTIES, type PropertyCode } from '@/lib/domain/property'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'

type Props = {
  lang: Language
  /** The address of this matrix under its filters, to which the cell to open is added. */
  here: string
  /** The cell that is open, so that the eye and the keyboard go there. */
  openCell: string
  mayEdit: boolean
  mayMark: boolean
  singleKeys: boolean
  children: ReactNode
}

const cellsOf = (row: Element): HTMLElement[] => [
  ...row.querySelectorAll<HTMLElement>(':scope > :is(th, td:not(.rest))'),
]
const isField = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select, form') !== null

/**
 * What the keyboard adds to the matrix: arrows move from cell to cell, Enter opens one, Space chooses it, `c` marks the chosen
 * ones. The table inside is the server's; without JavaScript its links, boxes and button do the same.
 */
export function MatrixGrid({ lang, here, openCell, mayEdit, mayMark, singleKeys, children }: Props) {
  const t = deskMatrixWords(lang).mark
  const router = useRouter()
  const grid = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<{ property: string; many: number }>({ property: '', many: 0 })
  const boxes = useCallback(
    (): HTMLInputElement[] => [...(grid.current?.querySelectorAll<HTMLInputElement>('input[name=statements]') ?? [])],
    [],
  )

  /** Boxes of another column wait until nothing is chosen: a conflict is on one property. */
  const count = useCallback(() => {
    const ticked = boxes().filter((box) => box.checked)
    const property = ticked[0]?.dataset.property ?? ''
    for (const box of boxes()) box.disabled = property !== '' && box.dataset.property !== property
    setChosen({ property, many: ticked.length })
  }, [boxes])
  useEffect(() => {
    count() // The browser may bring back boxes that were ticked before.
    const cells = grid.current?.querySelectorAll<HTMLElement>('tbody :is(th, td)')
    if (cells && ![...cells].some(({ tabIndex }) => tabIndex === 0)) cells[0]?.setAttribute('tabindex', '0')
  }, [count])

  useEffect(() => {
    if (openCell === '') return
    const editor = grid.current?.querySelector<HTMLElement>('.cell-editor')
    editor?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    editor?.querySelector<HTMLElement>('input:not([type=hidden]), select')?.focus({ preventScroll: true })
  }, [openCell])

  const open = (cell: HTMLElement): boolean => {
    const key = /^cell-(.+)/.exec(cell.id)?.[1]
    if (!mayEdit || !key) return false
    router.push(`${here}${here.includes('?') ? '&' : '?'}cell=${key}`, { scroll: false })
    return true
  }
  const step = (cell: HTMLElement, key: string): HTMLElement | undefined => {
    const row = cell.parentElement
    if (!row) return undefined
    const cells = cellsOf(row)
    const at = cells.indexOf(cell)
    const beside = (other: Element | null) => (other ? cellsOf(other)[at] : undefined)
    if (key === 'ArrowRight') return cells[at + 1]
    if (key === 'ArrowLeft') return cells[at - 1]
    if (key === 'ArrowDown') return beside(row.nextElementSibling)
    if (key === 'ArrowUp') return beside(row.previousElementSibling)
    return key === 'Home' ? cells[0] : cells.at(-1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
    const cell = (event.target as HTMLElement).closest<HTMLElement>('tbody :is(th, td)')
    if (!cell) return
    if (/^(Arrow|Home$|End$)/.test(event.key)) {
      const next = step(cell, event.key)
      event.preventDefault()
      if (!next) return
      cell.tabIndex = -1
      next.tabIndex = 0
      next.focus()
    } else if (event.target === cell && event.key === 'Enter') {
      if (open(cell)) event.preventDefault()
    } else if (event.target === cell && event.key === ' ') {
      event.preventDefault()
      cell.querySelector<HTMLInputElement>('input[name=statements]:not(:disabled)')?.click()
    }
  }
  const onClick = (event: MouseEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('td.c-nil')
    if (cell && !isField(event.target)) open(cell)
  }
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!singleKeys || event.key !== 'c' || event.ctrlKey || event.metaKey || event.altKey) return
      if ((event.target as HTMLElement).closest('input:not([type=checkbox]), textarea, select')) return
      if (boxes().filter((box) => box.checked).length < 2) return
      event.preventDefault()
      document.querySelector<HTMLFormElement>('form#mark')?.requestSubmit()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [boxes, singleKeys])

  return (
    <div ref={grid}>
      {mayMark && (
        <div className="bulk mark-bar">
          <span role="status">
            {chosen.many === 0
              ? t.lead
              : `${t.chosen(chosen.many, PROPERTIES[chosen.property as PropertyCode]?.[lang] ?? '')}. ${t.oneColumn}`}
          </span>
          <button
            type="submit"
            form="mark"
            className={chosen.many > 1 ? 'b go' : 'b'}
            aria-keyshortcuts={singleKeys ? 'c' : undefined}
          >
            {t.submit} {singleKeys && <Kbd>c</Kbd>}
          </button>
          {chosen.many > 0 && (
            <button
              type="button"
              className="b bare"
              onClick={() => {
                for (const box of boxes()) box.checked = false
                count()
              }}
            >
              {t.clear}
            </button>
          )}
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: an enhancement; every cell has its own link and box */}
      <div onKeyDown={onKeyDown} onClick={onClick} onChange={count}>
        {children}
      </div>
      {mayEdit && <p className="dim small keys-help">{t.keys}</p>}
    </div>
  )
}

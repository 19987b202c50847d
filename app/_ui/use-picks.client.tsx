'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

const boxesOf = (form: HTMLFormElement | null): HTMLInputElement[] =>
  form ? [...form.querySelectorAll<HTMLInputElement>('input[name="pick"]')] : []

/** The boxes of a form, chosen by pointer and by key: how many are ticked, all or none of the page. */
export function usePicks(form: RefObject<HTMLFormElement | null>, singleKeys: boolean) {
  const [count, setCount] = useState(0)
  /** Where a range begins: the box that was touched last. */
  const last = useRef<HTMLInputElement | null>(null)
  const recount = useCallback(() => setCount(boxesOf(form.current).filter((it) => it.checked).length), [form])

  const toggle = useCallback(
    (box: HTMLInputElement, isChecked: boolean, isRange: boolean) => {
      const boxes = boxesOf(form.current)
      const [from, to] = [last.current ? boxes.indexOf(last.current) : -1, boxes.indexOf(box)]
      const touched = isRange && from >= 0 ? boxes.slice(Math.min(from, to), Math.max(from, to) + 1) : [box]
      for (const it of touched) it.checked = isChecked
      last.current = box
      recount()
    },
    [form, recount],
  )

  const setPage = useCallback(
    (isChecked: boolean) => {
      for (const it of boxesOf(form.current)) it.checked = isChecked
      recount()
    },
    [form, recount],
  )

  useEffect(() => {
    const element = form.current
    if (!element) return
    recount()
    const onClick = (event: MouseEvent) => {
      const box = event.target as HTMLInputElement
      if (box.name === 'pick') toggle(box, box.checked, event.shiftKey)
    }
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest('dialog, textarea, select')) return
      if (target.closest('input:not([type=checkbox])')) return
      const rows = boxesOf(element).flatMap((box) => box.closest('tr') ?? [])
      const here = rows.findIndex((row) => row.contains(document.activeElement))
      const key = event.key.toLowerCase()
      if (key === 'escape') setPage(false)
      else if (!singleKeys) return
      else if (key === 'j' || key === 'k') {
        const row = rows[Math.min(rows.length - 1, Math.max(0, here + (key === 'j' ? 1 : here < 0 ? 1 : -1)))]
        row?.querySelector<HTMLElement>('th a')?.focus()
      } else if (key === 'x') {
        const box = rows[here]?.querySelector<HTMLInputElement>('input[name="pick"]')
        if (!box) return
        toggle(box, event.shiftKey || !box.checked, event.shiftKey)
      } else return
      event.preventDefault()
    }
    element.addEventListener('click', onClick)
    element.addEventListener('change', recount)
    // React empties the form once an action has answered.
    element.addEventListener('reset', () => setTimeout(recount))
    document.addEventListener('keydown', onKey)
    return () => {
      element.removeEventListener('click', onClick)
      element.removeEventListener('change', recount)
      document.removeEventListener('keydown', onKey)
    }
  }, [form, recount, setPage, singleKeys, toggle])

  /** Ticks and types again what React emptied when an action was refused. */
  const restore = useCallback(
    (typed: Readonly<Record<string, string | string[]>>) => {
      const picked = new Set([typed.pick ?? []].flat())
      for (const it of boxesOf(form.current)) it.checked = picked.has(it.value)
      const fields = form.current?.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
        '.bulk-group :is(input, select)',
      )
      for (const field of fields ?? []) field.value = [typed[field.name] ?? ''].flat()[0] ?? ''
      recount()
    },
    [form, recount],
  )

  return { count, setPage, restore }
}

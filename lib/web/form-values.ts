import 'server-only'
export type FormValue = string | string[]
type Nested = { [key: string]: Nested | FormDataEntryValue | FormDataEntryValue[] }

/** Deepest and longest form we take: a chain editor with thirty hops of six fields is 180 fields, three levels deep. */
const MAX_FIELDS = 1_000
const MAX_DEPTH = 6
/** Names that would reach behind an object are left flat, where a strict schema refuses them as unknown. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * A form as the object it describes, and as what was typed. `a.b` nests, `a.0.b` makes a list, a repeated name is a list.
 * Passwords are never given back.
 */
export function objectOfForm(form: FormData): { nested: unknown; typed: Record<string, FormValue> } {
  const root: Nested = Object.create(null)
  const typed: Record<string, FormValue> = {}
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith('$ACTION')).slice(0, MAX_FIELDS)
  for (const name of names) {
    const values = form.getAll(name)
    const texts = values.filter((value) => typeof value === 'string')
    if (!/password/i.test(name) && !UNSAFE.has(name)) typed[name] = texts.length === 1 ? (texts[0] ?? '') : texts
    place(root, name.split('.'), values.length === 1 ? (values[0] as FormDataEntryValue) : values, name)
  }
  return { nested: listed(root), typed }
}

function place(root: Nested, path: string[], value: FormDataEntryValue | FormDataEntryValue[], name: string): void {
  if (path.length > MAX_DEPTH || path.some((key) => UNSAFE.has(key) || key === '')) {
    Object.defineProperty(root, name, { value, enumerable: true })
    return
  }
  let at = root
  for (const key of path.slice(0, -1)) {
    const next = at[key]
    if (next === undefined || typeof next !== 'object' || Array.isArray(next) || Object.getPrototypeOf(next) !== null)
      at[key] = Object.create(null) as Nested
    at = at[key] as Nested
  }
  at[path.at(-1) ?? name] = value
}

/** An object whose keys are 0, 1, 2 … is a list. */
function listed(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== null) return value
  const entries = Object.entries(value as Nested)
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,4}$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, it]) => listed(it))
  const plain: Record<string, unknown> = {}
  for (const [key, it] of entries)
    Object.defineProperty(plain, key, { value: listed(it), enumerable: true, writable: true, configurable: true })
  return plain
}

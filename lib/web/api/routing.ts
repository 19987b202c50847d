import 'server-only'
import type { Method, Operation } from './operation'
import { OPERATIONS } from './operations'

export const BASE = '/api/v1'
type Compiled = { pattern: RegExp; names: string[]; operation: Operation }

const compiled: Compiled[] = OPERATIONS.map((operation) => ({
  operation,
  names: [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string),
  pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, '([^/]+)')}$`),
}))

export type Found =
  | { operation: Operation; params: Record<string, string> }
  /** There is such an address, with other methods, or there is none (an empty list). */
  | { allow: string[] }

/** The operation behind a method and a path of the API. */
export function findOperation(method: string, pathname: string): Found {
  const path = pathname.startsWith(`${BASE}/`) ? pathname.slice(BASE.length) : ''
  const here = compiled.flatMap((it) => {
    const match = it.pattern.exec(path)
    const values = match?.slice(1).map(decoded)
    if (!values || values.includes(null)) return []
    return [{ operation: it.operation, params: Object.fromEntries(it.names.map((name, i) => [name, values[i] ?? ''])) }]
  })
  const asked = method === 'HEAD' ? 'GET' : method
  const found = here.find(({ operation }) => operation.method === asked)
  return found ?? { allow: methodsOf(here.map(({ operation }) => operation.method)) }
}

function methodsOf(methods: Method[]): string[] {
  if (methods.length === 0) return []
  return [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].sort()
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    // Not UTF-8: no address of ours.
    return null
  }
}

import 'server-only'

/** Deeper than anything we read; what is deeper is made to exhaust a stack (trust.md I3). */
const MAX_DEPTH = 32
/** Members of all objects together, in a body of the usual size. */
const MAX_MEMBERS = 1_000
/** Names that mean something to objects of JavaScript, never to us (trust.md F9). */
const RESERVED = ['__proto__', 'constructor', 'prototype']

/** Why a parsed body is not read any further: too deep, too many members, or a name that is not for data; null when it is fit. */
export function misshapen(body: unknown, most = MAX_MEMBERS): 'deep' | 'many' | 'reserved' | null {
  let members = 0
  const waiting: [unknown, number][] = [[body, 1]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [it, depth] = next
    if (it === null || typeof it !== 'object') continue
    if (depth > MAX_DEPTH) return 'deep'
    if (!Array.isArray(it)) {
      const names = Object.keys(it)
      members += names.length
      if (members > most) return 'many'
      if (names.some((name) => RESERVED.includes(name))) return 'reserved'
    }
    for (const value of Object.values(it)) waiting.push([value, depth + 1])
  }
  return null
}

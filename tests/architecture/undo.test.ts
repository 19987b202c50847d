import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { Undo } from '@/lib/domain/undo'

const DECISION = readFileSync('docs/decisions/016-undo.md', 'utf8')
const named = new Set([...DECISION.matchAll(/`([a-zA-Z_]+)`/g)].map(([, name]) => name))

/** The server actions of the desk; signing in and accepting an invitation open it. */
const actions = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((name) => posix.join('app', name))
  .filter((path) => path.includes('/desk/') && /actions?\.ts$/.test(path))
  .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/^export const (\w+)Action\b/gm)].map(([, name]) => name))

test('every action of the desk stands in the decision on undo: with its undo, or with why it has none', () => {
  expect(actions.length).toBeGreaterThan(60)
  expect(actions.filter((name) => !named.has(name))).toEqual([])
})

test('so does every inverse verb', () => {
  const verbs = Undo.options.map(({ shape }) => shape.verb.value)
  expect(verbs.filter((verb) => !named.has(verb))).toEqual([])
})

import { afterEach, beforeEach, expect } from 'vitest'

/**
 * A test in which something says console.error fails. A test that expects it puts its own function there first
 * (`vi.spyOn(console, 'error').mockImplementation(…)`), so that nothing reaches this one.
 */
const shown = console.error
let said: unknown[][] = []
beforeEach(() => {
  said = []
  console.error = (...words: unknown[]) => {
    said.push(words)
    shown(...words)
  }
})
afterEach(() => {
  console.error = shown
  expect(said, 'console.error was called').toEqual([])
})

import { afterEach, beforeEach, expect, vi } from 'vitest'

/** A test in which something calls console.error fails, unless it has replaced console.error itself: that is how it says it expects it. */
let spy: ReturnType<typeof vi.spyOn> | undefined
beforeEach(() => {
  spy = vi.spyOn(console, 'error')
})
afterEach(() => {
  if (spy && vi.isMockFunction(console.error) && console.error === (spy as unknown)) {
    const calls = [...spy.mock.calls]
    spy.mockRestore()
    expect(calls, 'console.error was called').toEqual([])
  }
})

import { describe, expect, test, vi } from 'vitest'
import { DocumentMemory, GATHER_MS, prepared } from '@/lib/web/document-memory'

const KILO = 1024
const documentOf = (path: string, size = KILO) => {
  const body = Buffer.alloc(size, 'a')
  return prepared(path, `"${path}"`, { identity: body, gzip: body, br: body }, ['Cache-Control', 'x'])
}
const listening = (limit?: number): DocumentMemory => {
  const memory = new DocumentMemory(limit)
  memory.isListening = true
  return memory
}

describe('the memory of documents', () => {
  test('gives back what it was given, and counts its bytes', () => {
    const memory = listening()
    const document = documentOf('/fr')
    expect(memory.keep(document, memory.generation)).toBe(true)
    expect(memory.find('/fr')).toBe(document)
    expect(memory.bytes).toBe(document.bytes)
    memory.keep(documentOf('/fr', 2 * KILO), memory.generation)
    expect(memory.size).toBe(1)
    expect(memory.bytes).toBe(documentOf('/fr', 2 * KILO).bytes)
  })
  test('forgets first what nobody asked for lately, by bytes and not by number', () => {
    const one = documentOf('/x').bytes
    const memory = listening(one * 3)
    for (const path of ['/a', '/b', '/c']) memory.keep(documentOf(path), memory.generation)
    memory.find('/a')
    memory.keep(documentOf('/d'), memory.generation)
    expect(['/a', '/b', '/c', '/d'].map((path) => memory.find(path) !== undefined)).toEqual([true, false, true, true])
    expect(memory.bytes).toBeLessThanOrEqual(one * 3)
    expect(memory.keep(documentOf('/large', 4 * one), memory.generation)).toBe(false)
  })
  test('does not keep what was begun before something changed', () => {
    const memory = listening()
    const { generation } = memory
    memory.forget('/fr/claims/x')
    expect(memory.keep(documentOf('/fr/claims/x'), generation)).toBe(false)
    expect(memory.find('/fr/claims/x')).toBeUndefined()
  })
  test('forgets the cards made from a page with the page', () => {
    const memory = listening()
    const paths = ['/fr/claims/x', '/embed/fr/claims/x', '/og/fr/claims/x.png', '/og/fr/claims/y.png']
    for (const path of paths) memory.keep(documentOf(path), memory.generation)
    memory.forget('/fr/claims/x')
    expect(paths.map((path) => memory.find(path) !== undefined)).toEqual([false, false, false, true])
  })
  test('keeps nothing while nobody tells it what changes', () => {
    const memory = new DocumentMemory()
    expect(memory.keep(documentOf('/fr'), memory.generation)).toBe(false)
  })
  test('gathers many small changes: the first is seen at once, the others within a second', () => {
    vi.useFakeTimers({ now: 10_000 })
    const memory = listening()
    const keep = () => memory.keep(documentOf('/fr'), memory.generation)
    keep()
    memory.forgetSoon()
    expect(memory.find('/fr')).toBeUndefined()
    keep()
    for (let i = 0; i < 50; i++) memory.forgetSoon()
    expect(memory.find('/fr')).toBeDefined()
    vi.advanceTimersByTime(GATHER_MS)
    expect(memory.find('/fr')).toBeUndefined()
    vi.useRealTimers()
  })

  test('forgets one address with its card, or everything', () => {
    const memory = listening()
    for (const path of ['/fr', '/fr/claims/x', '/embed/fr/claims/x']) memory.keep(documentOf(path), memory.generation)
    memory.forget('/fr/claims/x')
    expect(memory.size).toBe(1)
    memory.forget('*')
    expect([memory.size, memory.bytes]).toEqual([0, 0])
  })
})

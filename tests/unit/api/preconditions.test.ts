import { expect, test, vi } from 'vitest'
import { readCursor, writeCursor } from '@/lib/web/api/cursor'
import { readIfMatch } from '@/lib/web/api/preconditions'

test('If-Match names versions, or any; a weak tag is none', () => {
  expect(readIfMatch(null)).toBeNull()
  expect(readIfMatch('*')).toBe('*')
  expect(readIfMatch('"3"')).toEqual([3])
  expect(readIfMatch('"3", "4"')).toEqual([3, 4])
  expect(readIfMatch('W/"3"')).toEqual([])
  expect(readIfMatch('W/"3", "4"')).toEqual([4])
  expect(readIfMatch('3')).toEqual([])
  expect(readIfMatch('"abc"')).toEqual([])
})

vi.stubEnv('DATABASE_URL', 'postgresql://localhost/nowhere')
const ID = '01985c50-7b6e-7c1a-9f43-2d6a1c0e5b11'
const bound = { kind: 'claims', filter: { q: 'Konna' }, reader: null }

test('a cursor gives its place back for the same question', () => {
  for (const side of ['after', 'before'] as const)
    expect(readCursor(writeCursor({ side, id: ID }, bound), bound)).toEqual({ side, id: ID })
})

test('a cursor altered in any letter, or asked of another list, filter or reader, is refused', () => {
  const cursor = writeCursor({ side: 'after', id: ID }, bound)
  for (let i = 0; i < cursor.length; i++) {
    const other = cursor[i] === 'A' ? 'B' : 'A'
    expect(() => readCursor(cursor.slice(0, i) + other + cursor.slice(i + 1), bound)).toThrow(/cursor/)
  }
  for (const more of [{ kind: 'events' }, { filter: {} }, { filter: { q: 'Kona' } }, { reader: ID }])
    expect(() => readCursor(cursor, { ...bound, ...more })).toThrow(/cursor/)
  for (const odd of ['', 'x', ID, `${cursor}A`, '../../etc']) expect(() => readCursor(odd, bound)).toThrow(/cursor/)
})

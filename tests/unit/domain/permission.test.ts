import { describe, expect, test } from 'vitest'
import { asId, type UserId } from '@/lib/domain/ids'
import { type Actor, PERMISSIONS, type Permission, permit, permits, ROLES, type Role } from '@/lib/domain/permission'

const id = (it: string) => asId<UserId>(it)
const person = (role: Role, isSourceKeeper = false): NonNullable<Actor> => ({ id: id('me'), role, isSourceKeeper })

/** The lowest role that may, on a record of somebody else that is not published. */
const LOWEST: Record<Permission, Role | 'nobody'> = {
  'desk:read': 'reader',
  'record:read': 'reader',
  'annotation:write': 'reader',
  'annotation:edit': 'editor',
  'dispatch:add': 'reviewer',
  'dispatch:publish': 'editor',
  'source:add': 'reviewer',
  'source:assess': 'reviewer',
  'source:manage': 'editor',
  'source:reveal': 'nobody',
  'entity:link': 'reviewer',
  'event:add': 'reviewer',
  'event:edit': 'reviewer',
  'claim:add': 'reviewer',
  'claim:edit': 'reviewer',
  'evidence:add': 'reviewer',
  'conflict:mark': 'reviewer',
  'conflict:edit': 'reviewer',
  'conflict:resolve': 'editor',
  'review:cast': 'reviewer',
  'verdict:draft': 'reviewer',
  'verdict:second-read': 'reviewer',
  'verdict:publish': 'editor',
  'verdict:correct': 'editor',
  'scale:manage': 'editor',
  'people:manage': 'admin',
  'settings:manage': 'admin',
  'report:work': 'reviewer',
  'report:decide': 'editor',
  'filter:keep': 'reader',
  'export:desk': 'reader',
}

test('the table names every permission there is', () => {
  expect(Object.keys(LOWEST).sort()).toEqual([...PERMISSIONS].sort())
})

test.each(Object.entries(LOWEST) as [Permission, Role | 'nobody'][])('%s: from %s upwards', (permission, lowest) => {
  const from = lowest === 'nobody' ? ROLES.length : ROLES.indexOf(lowest)
  expect(ROLES.map((role) => permits(person(role), permission, { authorId: id('somebody else') }))).toEqual(
    ROLES.map((_, i) => i >= from),
  )
  expect(permits(null, permission)).toBe(false)
})

test('whoever looks at a moment of the past may only read', () => {
  const then = { ...person('admin', true), isLookingBack: true }
  expect(PERMISSIONS.filter((permission) => permits(then, permission))).toEqual([
    'desk:read',
    'record:read',
    'export:desk',
  ])
})

describe('what depends on more than a role', () => {
  test('a stranger reads what is published', () => {
    expect(permits(null, 'record:read', { isPublished: true })).toBe(true)
    expect(permits(null, 'record:read', { isPublished: false })).toBe(false)
  })
  test('the author edits their own annotation', () => {
    expect(permits(person('reader'), 'annotation:edit', { authorId: id('me') })).toBe(true)
    expect(permits(person('reviewer'), 'annotation:edit', { authorId: id('other') })).toBe(false)
    expect(permits(person('reviewer'), 'annotation:edit')).toBe(false)
  })
  test('nobody second-reads their own verdict, not even an administrator', () => {
    for (const role of ROLES) expect(permits(person(role), 'verdict:second-read', { authorId: id('me') })).toBe(false)
  })
  test('a protected source is revealed to its keepers alone, whatever their role', () => {
    for (const role of ROLES) {
      expect(permits(person(role, true), 'source:reveal')).toBe(true)
      expect(permits(person(role), 'source:reveal')).toBe(false)
    }
  })
})

describe('the proof', () => {
  test('names who acts', () => {
    expect(permit(person('editor'), 'verdict:publish').by).toBe('me')
  })
  test('is refused to a stranger and to whoever may not, each in its own way', () => {
    expect(() => permit(null, 'claim:add')).toThrow(expect.objectContaining({ code: 'not_signed_in' }))
    expect(() => permit(person('reader'), 'claim:add')).toThrow(expect.objectContaining({ code: 'forbidden' }))
    expect(() => permit(person('admin'), 'verdict:second-read', { authorId: id('me') })).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  })
})

import { describe, expect, test } from 'vitest'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Role } from '@/lib/domain/permission'
import { isHiddenFrom, isIndependent, verdictMoves } from '@/lib/domain/verdict-moves'
import type { VerdictState } from '@/lib/domain/vocabulary'

const who = (id: string, role: Role) => ({ id: asId<UserId>(id), role, isSourceKeeper: false })
const author = who('author', 'reviewer')
const other = who('other', 'reviewer')
const editor = who('editor', 'editor')
const at = (state: VerdictState, secondReaderId: string | null = null) => ({
  state,
  authorId: 'author',
  secondReaderId,
})

describe('what may be done with a verdict', () => {
  test('without one, it can only be begun', () => {
    expect(verdictMoves(author, null, true)).toEqual({
      edit: null,
      submit: 'no_draft',
      read: 'no_draft',
      publish: 'role_editor',
    })
    expect(verdictMoves(editor, null, true).publish).toBe('no_draft')
    expect(verdictMoves(who('r', 'reader'), null, true).edit).toBe('role_reviewer')
    expect(verdictMoves(null, null, true).edit).toBe('role_reviewer')
  })
  test('a draft is sent, not read and, with four eyes, not published', () => {
    expect(verdictMoves(editor, at('draft'), true)).toEqual({
      edit: null,
      submit: null,
      read: 'not_sent',
      publish: 'needs_second_reader',
    })
    expect(verdictMoves(editor, at('draft'), false).publish).toBeNull()
  })
  test('the author does not read again, another person does, once', () => {
    expect(verdictMoves(author, at('second_reading'), true).read).toBe('is_author')
    expect(verdictMoves(other, at('second_reading'), true).read).toBeNull()
    expect(verdictMoves(other, at('second_reading', 'editor'), true).read).toBe('already_read')
    expect(verdictMoves(other, at('second_reading'), true).submit).toBe('already_sent')
  })
  test('a verdict two people have read can be published by an editor', () => {
    expect(verdictMoves(editor, at('second_reading', 'other'), true).publish).toBeNull()
    expect(verdictMoves(other, at('second_reading', 'other'), true).publish).toBe('role_editor')
  })
  test('a published one goes through a second reading again', () => {
    expect(verdictMoves(editor, at('published', 'other'), true)).toMatchObject({
      submit: null,
      publish: 'already_published',
    })
    expect(verdictMoves(editor, at('corrected', 'other'), true).publish).toBe('already_published')
    expect(verdictMoves(editor, at('needs_rereview', 'other'), true).publish).toBe('not_sent')
  })
  test('a withdrawn one stays as it is', () => {
    expect(verdictMoves(editor, at('withdrawn'), true)).toEqual({
      edit: 'withdrawn',
      submit: 'withdrawn',
      read: 'withdrawn',
      publish: 'withdrawn',
    })
  })
})

describe('a blind reading', () => {
  const submittedAt = new Date('2026-01-02T00:00:00Z')
  const before = new Date('2026-01-01T00:00:00Z')
  const since = new Date('2026-01-03T00:00:00Z')
  const blind = { ...at('second_reading'), isBlind: true, submittedAt, isAuthorGone: false }
  test('hides the first rating until the reader has given one since', () => {
    expect(isHiddenFrom(other, blind, null)).toBe(true)
    expect(isHiddenFrom(other, blind, before)).toBe(true)
    expect(isHiddenFrom(other, blind, since)).toBe(false)
    expect(isHiddenFrom(null, blind, null)).toBe(true)
  })
  test('hides the draft too, before it is sent and after it came back, unless its author has left', () => {
    const draft = { ...blind, state: 'draft' as const }
    expect(isHiddenFrom(other, draft, null)).toBe(true)
    expect(isHiddenFrom(other, { ...draft, submittedAt: null }, since)).toBe(true)
    expect(isHiddenFrom(other, draft, since)).toBe(false)
    expect(isHiddenFrom(other, { ...draft, isAuthorGone: true }, null)).toBe(false)
    expect(isHiddenFrom(other, { ...blind, isAuthorGone: true }, null)).toBe(true)
  })
  test('hides nothing from the author, once approved, once published, or when it is open', () => {
    expect(isHiddenFrom(author, blind, null)).toBe(false)
    expect(isHiddenFrom(other, { ...blind, secondReaderId: 'x' }, null)).toBe(false)
    for (const state of ['published', 'corrected', 'needs_rereview', 'withdrawn'] as const)
      expect(isHiddenFrom(other, { ...blind, state }, null)).toBe(false)
    expect(isHiddenFrom(other, { ...blind, isBlind: false }, null)).toBe(false)
  })
  test('is independent only as the first word of another person on the claim', () => {
    expect(isIndependent(blind, 'other', false)).toBe(true)
    expect(isIndependent(blind, 'other', true)).toBe(false)
    expect(isIndependent(blind, 'author', false)).toBe(false)
    expect(isIndependent({ ...blind, secondReaderId: 'x' }, 'other', false)).toBe(false)
    expect(isIndependent({ ...blind, isBlind: false }, 'other', false)).toBe(false)
    expect(isIndependent({ ...blind, state: 'draft' }, 'other', false)).toBe(false)
  })
})

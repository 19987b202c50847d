import { describe, expect, test } from 'vitest'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Role } from '@/lib/domain/permission'
import { isHiddenFrom, verdictMoves } from '@/lib/domain/verdict-moves'
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
  const sentAt = new Date('2026-01-02T00:00:00Z')
  const blind = { ...at('second_reading'), isBlind: true, sentAt }
  test('hides the first rating until the reader has given one since', () => {
    expect(isHiddenFrom(other, blind, null)).toBe(true)
    expect(isHiddenFrom(other, blind, new Date('2026-01-01T00:00:00Z'))).toBe(true)
    expect(isHiddenFrom(other, blind, new Date('2026-01-03T00:00:00Z'))).toBe(false)
  })
  test('hides nothing from the author, once approved, or when it is not blind', () => {
    expect(isHiddenFrom(author, blind, null)).toBe(false)
    expect(isHiddenFrom(other, { ...blind, secondReaderId: 'x' }, null)).toBe(false)
    expect(isHiddenFrom(other, { ...blind, state: 'draft' }, null)).toBe(false)
    expect(isHiddenFrom(other, { ...blind, isBlind: false }, null)).toBe(false)
  })
})

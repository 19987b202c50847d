import { describe, expect, test } from 'vitest'
import { answerTo, ariaKeys, isSingle, pressedOf, printed } from '@/app/_ui/keys'

const press = (key: string, more: object = {}) =>
  pressedOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })

describe('what was pressed', () => {
  test.each([
    ['j', press('j')],
    ['?', press('?', { shiftKey: true })],
    ['/', press('/', { shiftKey: true })], // AZERTY needs Shift for it
    ['mod+k', press('k', { ctrlKey: true })],
    ['mod+k', press('K', { metaKey: true })],
    ['mod+Enter', press('Enter', { metaKey: true })],
    ['Shift+ArrowRight', press('ArrowRight', { shiftKey: true })],
    ['Alt+Shift+ArrowLeft', press('ArrowLeft', { shiftKey: true, altKey: true })],
    ['Alt+ArrowUp', press('ArrowUp', { altKey: true })],
  ])('is written %s', (written, pressed) => expect(pressed).toBe(written))
})

describe('a press', () => {
  const presses = ['j', 'g d', 'g c', 'c', 'mod+k']
  test('finds its shortcut', () => expect(answerTo(presses, null, 'j')).toEqual({ found: 'j', pending: null }))
  test('is remembered when it begins one', () =>
    expect(answerTo(presses, null, 'g')).toEqual({ found: null, pending: 'g' }))
  test('after another is the second half, not the letter alone', () =>
    expect(answerTo(presses, 'g', 'c')).toEqual({ found: 'g c', pending: null }))
  test('that goes with nothing before it is taken for itself', () =>
    expect(answerTo(presses, 'g', 'j')).toEqual({ found: 'j', pending: null }))
  test('nobody listens to does nothing', () =>
    expect(answerTo(presses, null, 'q')).toEqual({ found: null, pending: null }))
})

describe('a shortcut', () => {
  test.each([
    ['a', true],
    ['?', true],
    ['g d', true],
    ['Escape', false],
    ['mod+k', false],
    ['Shift+ArrowRight', false],
  ])('%s is a single key: %s', (written, single) => expect(isSingle(written)).toBe(single))
  test('is printed as the keyboard of the reader has it', () => {
    expect(printed('mod+k', false)).toBe('Ctrl K')
    expect(printed('mod+Enter', true)).toBe('⌘ ↵')
    expect(printed('g d', false)).toBe('g d')
    expect(printed('Alt+Shift+ArrowLeft', false)).toBe('Alt ⇧ ←')
  })
  test('is told to assistive technology in its own grammar', () => {
    expect(ariaKeys('mod+k')).toBe('Control+k Meta+k')
    expect(ariaKeys('a')).toBe('a')
    expect(ariaKeys('g d')).toBeUndefined()
  })
})

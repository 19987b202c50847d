import { expect, test } from 'vitest'
import { calibrated, figuresOf, ruleFigures } from '@/lib/domain/calibration'
import { LABELLED, LABELLED_SETS, PRIORS, startingConfidence, startOf } from '@/lib/domain/suggest/rule-starts'
import { wilsonLower } from '@/lib/domain/wilson'

const counts = (accepted: number, edited: number, dismissed: number, rule = 'new_rule', kind = 'conflict') => ({
  kind,
  rule,
  accepted,
  edited,
  dismissed,
})

test('the lower end of Wilson’s interval is what the tables say', () => {
  expect(wilsonLower(0, 0)).toBe(0)
  expect(wilsonLower(0, 10)).toBe(0)
  expect(wilsonLower(1, 1)).toBeCloseTo(0.2065, 4)
  expect(wilsonLower(5, 10)).toBeCloseTo(0.2366, 4)
  expect(wilsonLower(10, 10)).toBeCloseTo(0.7225, 4)
  expect(wilsonLower(81, 263)).toBeCloseTo(0.2553, 3)
})

test('an edited suggestion counts as right, a dismissed one as wrong', () => {
  expect(figuresOf(counts(5, 5, 10))).toMatchObject({ decided: 20, precision: 0.5 })
})

test('a rule nobody knows anything of has no confidence at all', () => {
  expect(figuresOf(counts(0, 0, 0))).toMatchObject({ precision: null, confidence: null, isQuiet: false })
})

test('a rule starts from what the labelled sets say', () => {
  const { labelled, confidence, isStated } = figuresOf(counts(0, 0, 0, 'according', 'claim'))
  const [fr, en] = [LABELLED['claim according']?.['wikinews-fr'], LABELLED['claim according']?.['gum-news']]
  const [right, wrong] = [0, 1].map((i) => (fr?.[i] ?? 0) + (en?.[i] ?? 0)) as [number, number]
  expect(labelled).toEqual({ right, wrong, sets: ['wikinews-fr', 'gum-news'] })
  expect(confidence).toBeCloseTo(wilsonLower(right, right + wrong), 10)
  expect([confidence, isStated]).toEqual([startingConfidence('claim', 'according'), false])
})

test('nineteen bad decisions silence nobody, twenty do', () => {
  expect(figuresOf(counts(0, 0, 19)).isQuiet).toBe(false)
  expect(figuresOf(counts(0, 0, 20)).isQuiet).toBe(true)
  expect(figuresOf(counts(20, 0, 0)).isQuiet).toBe(false)
  expect(figuresOf(counts(14, 0, 6)).isQuiet).toBe(true) // 0.70 of 20, but no more than 0.48 for sure
  expect(figuresOf(counts(15, 0, 5)).isQuiet).toBe(false) // 0.53 for sure
})

test('proposals carry what their rule has earned, and quiet rules propose nothing', () => {
  const proposals = ['good', 'bad', 'unknown'].map((rule) => ({ rule, confidence: 0.6, value: { kind: 'conflict' } }))
  const kept = calibrated(proposals, [counts(30, 0, 0, 'good'), counts(0, 0, 30, 'bad')])
  expect(kept.map(({ rule }) => rule)).toEqual(['good', 'unknown'])
  expect(kept[0]?.confidence).toBeCloseTo(wilsonLower(30, 30), 10)
  expect(kept[1]?.confidence).toBe(0.6)
})

test('every labelled rule has its line, decided about or not', () => {
  const figures = ruleFigures([counts(3, 1, 0, 'according', 'claim')])
  expect(figures).toHaveLength(Object.keys(LABELLED).length + Object.keys(PRIORS).length)
  expect(figures.find(({ rule }) => rule === 'according')).toMatchObject({ decided: 4, accepted: 3 })
})

test('decisions are added to what a rule starts from', () => {
  const { right, wrong } = startOf('claim', 'postposed')
  const { confidence, precision } = figuresOf(counts(6, 2, 2, 'postposed', 'claim'))
  expect(confidence).toBeCloseTo(wilsonLower(right + 8, right + wrong + 10), 10)
  expect(precision).toBeCloseTo((right + 8) / (right + wrong + 10), 10)
})

test('a rule no set covers has a stated start, which says so and ends with the first decision', () => {
  const before = figuresOf(counts(0, 0, 0, 'acronym', 'name'))
  expect(before).toMatchObject({ confidence: 0.9, isStated: true, precision: null, labelled: { sets: [] } })
  const after = figuresOf(counts(1, 0, 0, 'acronym', 'name'))
  expect(after).toMatchObject({ isStated: false, precision: 1 })
  expect(after.confidence).toBeCloseTo(wilsonLower(1, 1), 10)
})

test('no rule has both counts and a stated start, and every set has its day', () => {
  expect(Object.keys(PRIORS).filter((key) => key in LABELLED)).toEqual([])
  const sets = new Set(Object.values(LABELLED).flatMap((its) => Object.keys(its)))
  expect([...sets].sort()).toEqual(Object.keys(LABELLED_SETS).sort())
  for (const day of Object.values(LABELLED_SETS)) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/)
})

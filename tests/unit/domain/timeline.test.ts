import { describe, expect, test } from 'vitest'
import { locatorOf } from '@/lib/domain/locator'
import { spanOfTimeline, timelineOf } from '@/lib/domain/timeline'
import { readVagueDate, UNKNOWN_DATE, type VagueDate } from '@/lib/domain/vague-date'
import { eventRecord } from '../present/mali'

const dated = (edtf: string): VagueDate => {
  const date = readVagueDate('date', { edtf, basis: 'stated' })
  if ('reason' in date) throw new Error(date.reason)
  return date
}

describe('a timeline', () => {
  const [row] = eventRecord.rows
  if (!row) throw new Error('no passage')
  const passage = (ref: string, date: VagueDate) => ({
    ...row,
    occurrence: {
      ...row.occurrence,
      date,
      chain: [],
      claim: { ...row.occurrence.claim, ref },
      dispatch: { ...row.occurrence.dispatch, published: UNKNOWN_DATE },
    },
  })
  const rows = [passage('C1', dated('2013-01-10')), passage('C2', dated('2013-01-10')), passage('C3', UNKNOWN_DATE)]
  test('has each date once with the passages that give it, and counts those without one', () => {
    const { items, undated } = timelineOf({ date: dated('2013-01'), rows })
    expect(items.map(({ kind, refs }) => [kind, refs])).toEqual([
      ['event', []],
      ['told', ['C1', 'C2']],
    ])
    expect(undated).toBe(1)
  })
  test('is in the order of first days: what was always so first, what has no known start last', () => {
    const dates = ['/2012-01-01', '2013-01-12', '2013-01-08~/2013-01-10', '../2013-01-20']
    const { items } = timelineOf({ date: dated('2013'), rows: dates.map((it, i) => passage(`C${i}`, dated(it))) })
    expect(items.map(({ date }) => date.edtf)).toEqual([
      ...['../2013-01-20', '2013', '2013-01-08~/2013-01-10', '2013-01-12', '/2012-01-01'],
    ])
  })
  test('spans open intervals by the end that is known, and nothing when nothing is dated', () => {
    const { items } = timelineOf({ date: dated('2012-04-01/..'), rows: [] })
    const span = spanOfTimeline(items)
    expect(span?.from).toBeLessThan(Date.parse('2012-04-01'))
    expect(span?.to).toBeGreaterThan(Date.parse('2012-04-01'))
    expect(spanOfTimeline(timelineOf({ date: UNKNOWN_DATE, rows: [] }).items)).toBeNull()
  })
})

describe('a locator map', () => {
  const place = (slug: string, latitude: number, longitude: number) => ({
    ...{ slug, labelFr: slug, labelEn: slug, latitude, longitude, geonamesId: null },
  })
  const kona = place('kona', 14.943, -3.895)
  test('keeps every place inside, north above south and west before east', () => {
    const map = locatorOf([kona, place('bamako', 12.65, -8), place('gao', 16.27, -0.04)], 360, 220)
    const at = (slug: string) => map?.points.find((it) => it.place.slug === slug) ?? { x: -1, y: -1 }
    for (const { x, y } of map?.points ?? []) {
      expect(x > 0 && x < 360).toBe(true)
      expect(y > 0 && y < 220).toBe(true)
    }
    expect(at('gao').y).toBeLessThan(at('bamako').y)
    expect(at('bamako').x).toBeLessThan(at('gao').x)
  })
  test('has a scale of a round length, true to the distance between two places', () => {
    const map = locatorOf([kona, place('north', 15.943, -3.895)], 360, 220)
    const [a, b] = map?.points ?? []
    const { km, length } = map?.bar ?? { km: 0, length: 1 }
    expect(String(km)).toMatch(/^[125]0*$/)
    expect(((a?.y ?? 0) - (b?.y ?? 0)) * (km / length)).toBeCloseTo(111.3, -1)
  })
  test('draws one place with country around it, and nothing without a place', () => {
    expect(locatorOf([kona], 360, 220)?.parallels.length).toBeGreaterThan(1)
    expect(locatorOf([], 360, 220)).toBeNull()
  })
})

import { describe, expect, test } from 'vitest'
import { correctionDraft } from '@/lib/domain/correction-draft'
import { RESOLUTION_OUTCOMES } from '@/lib/domain/vocabulary'

const title = { titleFr: 'Kona ou Konna ?', titleEn: 'Kona or Konna?' }

describe('the correction a conflict calls for', () => {
  test('names the conflict and says what changed, in both languages', () => {
    expect(correctionDraft({ ...title, reason: 'conflict_reopened' })).toEqual({
      reason: 'conflict_reopened',
      fr: 'Ce verdict repose sur un point disputé, «\u202fKona ou Konna ?\u202f», qui avait été tranché et qui est de nouveau ouvert.',
      en: 'This verdict stands on a disputed point, “Kona or Konna?”, which had been settled and is open again.',
    })
  })
  test('gives the position preferred and the public reason, each in its language', () => {
    const { fr, en } = correctionDraft({
      ...title,
      reason: 'conflict_resolved',
      settled: {
        outcome: 'prefer_position',
        position: 'Konna',
        rationaleFr: 'L’agence écrit Konna.',
        rationaleEn: null,
      },
    })
    expect(fr).toContain('la position «\u202fKonna\u202f» est retenue. L’agence écrit Konna.')
    expect(en).toContain('the position “Konna” is preferred.')
    expect(en).not.toContain('L’agence')
  })
  test('has a sentence for every outcome', () => {
    const texts = RESOLUTION_OUTCOMES.map((outcome) =>
      correctionDraft({
        ...title,
        reason: 'conflict_resolved',
        settled: { outcome, position: 'Kona', rationaleFr: null, rationaleEn: null },
      }),
    )
    expect(new Set(texts.map(({ fr }) => fr)).size).toBe(RESOLUTION_OUTCOMES.length)
    expect(new Set(texts.map(({ en }) => en)).size).toBe(RESOLUTION_OUTCOMES.length)
  })
})

import { describe, expect, test } from 'vitest'
import { readDocument } from '@/lib/domain/suggest/document'
import { suggest } from '@/lib/domain/suggest/suggest'
import { HOSTILE } from './hostile'

const LENGTH = 10_000

describe('a text made to hurt', () => {
  // How long it takes is measured in bench/suggestions-hostile.ts; here it must end, and point into the text.
  test.each(HOSTILE)('%j over and over is read, and every place is in the text', (piece) => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH)
    const end = [...text].length
    for (const language of ['fr', 'en'] as const) {
      const { attributions, names, conflicts } = suggest(text, { language })
      const spans = [
        ...attributions.flatMap(({ content, cue, source }) => [
          ...content,
          ...(cue ? [cue] : []),
          ...(source ? [source] : []),
        ]),
        ...names.flatMap(({ surfaces }) => surfaces.flatMap((it) => it.spans)),
        ...conflicts.flatMap((it) => it.spans),
      ]
      expect(spans.filter(({ start, end: to }) => !(start >= 0 && start < to && to <= end))).toEqual([])
    }
  })

  test('is cut into sentences that lie one behind the other', () => {
    for (const piece of HOSTILE) {
      const { sentences } = readDocument(piece.repeat(200))
      for (const [i, sentence] of sentences.entries())
        expect(sentence.start).toBeGreaterThanOrEqual(sentences[i - 1]?.end ?? 0)
    }
  })
})

import type { Attribution } from '@/lib/domain/suggest/attribution'
import { readDocument } from '@/lib/domain/suggest/document'
import { attributionsOf } from '@/lib/domain/suggest/suggest-attributions'

/** An attribution in words instead of offsets. */
export type Read = {
  content: string[]
  cue: string | null
  source: string | null
  sourceName: string | null
  type: Attribution['type']
  cueClass: Attribution['cueClass']
  rule: Attribution['rule']
  via: string[]
  hedged: boolean
}

/** What is found in a text, read back from the text itself: an offset that is off by one shows. */
export function read(text: string, language: 'fr' | 'en'): Read[] {
  const points = [...text]
  const wordsAt = ({ start, end }: { start: number; end: number }) => points.slice(start, end).join('')
  return attributionsOf(readDocument(text), language).map((it) => ({
    content: it.content.map(wordsAt),
    cue: it.cue && wordsAt(it.cue),
    source: it.source && wordsAt(it.source),
    sourceName: it.sourceName,
    type: it.type,
    cueClass: it.cueClass,
    rule: it.rule,
    via: it.via,
    hedged: it.hedged,
  }))
}

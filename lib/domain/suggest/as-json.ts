import type { Span } from './document'
import type { Suggestions } from './suggest'

/** The suggestions in the shape the command line and the API print: every span with its words, offsets in code points. */
export function suggestionsAsJson(text: string, { language, attributions, names, conflicts }: Suggestions) {
  const points = [...text]
  const shown = ({ start, end }: Span) => ({ start, end, text: points.slice(start, end).join('') })
  return {
    lang: language,
    attributions: attributions.map((it) => ({
      content: it.content.map(shown),
      type: it.type,
      cue: it.cue && shown(it.cue),
      source: it.source && shown(it.source),
      sourceName: it.sourceName,
      via: it.via,
      cueClass: it.cueClass,
      hedged: it.hedged,
      rule: it.rule,
      confidence: it.confidence,
    })),
    names: names.map((it) => ({
      surfaces: it.surfaces.map(({ text: surface, spans }) => ({
        text: surface,
        spans: spans.map(({ start, end }) => ({ start, end })),
      })),
      relation: it.relation,
      rule: it.rule,
      why: it.why,
    })),
    conflicts: conflicts.map((it) => ({
      type: it.type,
      class: it.class,
      spans: it.spans.map(shown),
      why_fr: it.why.fr,
      why_en: it.why.en,
      rule: it.rule,
      confidence: it.confidence,
    })),
  }
}

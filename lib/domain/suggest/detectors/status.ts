import type { Detector } from '../conflict-suggestion'

/** A country by its adjective and by the city that stands for its government. */
const COUNTRIES: readonly (readonly [adjective: RegExp, names: RegExp])[] = [
  [/français|french/iu, /(?<!\p{L})(?:la France|Paris|France)(?!\p{L})/u],
  [/allemand|german/iu, /(?<!\p{L})(?:l'Allemagne|Berlin|Germany)(?!\p{L})/u],
  [/américain|american/iu, /(?<!\p{L})(?:les États-Unis|Washington|the United States)(?!\p{L})/u],
  [/britannique|british/iu, /(?<!\p{L})(?:le Royaume-Uni|Londres|London|Britain)(?!\p{L})/u],
  [/russe|russian/iu, /(?<!\p{L})(?:la Russie|Moscou|Moscow|Russia)(?!\p{L})/u],
  [/tchadien|chadian/iu, /(?<!\p{L})(?:le Tchad|N'Djamena|Chad)(?!\p{L})/u],
]
const PENDING =
  /devrait donner sa réponse|n'a pas (?:encore )?répondu|doit (?:encore )?(?:décider|se prononcer)|examine la demande|is expected to (?:answer|decide)|has yet to/iu

/** Forces already in place, and the same country still being asked to send them. */
export const deploymentStatus: Detector = ({ doc, frames }) => {
  for (const there of frames.filter(({ frameClass }) => frameClass === 'deployment')) {
    const words = doc.shadow.slice(there.clause.start, there.clause.end)
    for (const [adjective, names] of COUNTRIES) {
      if (!adjective.test(words)) continue
      const asked = frames.filter(
        (it) => it.frameClass === 'request' && names.test(doc.shadow.slice(it.clause.start, it.clause.end)),
      )
      const pending = doc.sentences.find(({ start, end }) => PENDING.test(doc.shadow.slice(start, end)))
      if (asked.length === 0) continue
      return [
        {
          type: 'status',
          class: 'contradiction',
          spans: [
            there.clause,
            ...asked.map(({ clause }) => clause),
            ...(pending ? [{ start: pending.start, end: pending.end }] : []),
          ],
          why: {
            fr: 'Un passage place déjà ces forces sur le terrain ; un autre en est encore à demander leur aide.',
            en: 'One passage has these forces in place already; another is still asking for their help.',
          },
          rule: 'deployment_status',
        },
      ]
    }
  }
  return []
}

import { type Detector, quoted } from '../conflict-suggestion'
import { spanAt } from '../document'
import { samePlace } from '../same-event'

const ANNOUNCED = {
  fr: /(?:a|ont|avait|avaient) (?:annoncé|revendiqué|proclamé|déclaré)/iu,
  en: /(?:announced|claimed|declared)/iu,
}

/** "ont annoncé jeudi soir la prise" and "se sont emparés jeudi soir": the hour of the announcement became the hour of the event. */
export const announcementTime: Detector = (reading) => {
  const { doc, frames, language } = reading
  for (const told of frames.filter(({ frameClass }) => frameClass === 'capture')) {
    const cue = ANNOUNCED[language].exec(doc.shadow.slice(told.clause.start, told.trigger.start))
    if (!cue) continue
    const between = doc.shadow.slice(told.clause.start + cue.index, told.trigger.start).toLowerCase()
    const dated = frames.find(
      (it) =>
        it !== told &&
        it.frameClass === 'capture' &&
        it.time !== null &&
        it.clause.start !== told.clause.start &&
        between.includes(doc.shadow.slice(it.time.start, it.time.end).trim().toLowerCase()) &&
        samePlace(reading, told, it),
    )
    if (!dated?.time) continue
    const when = quoted(doc, dated.time).trim()
    return [
      {
        type: 'time',
        class: 'contradiction',
        spans: [told.clause, dated.clause],
        why: {
          fr: `« ${when} » date l’annonce dans un passage et le fait lui-même dans l’autre.`,
          en: `“${when}” dates the announcement in one passage and the event itself in the other.`,
        },
        rule: 'announcement_time',
      },
    ]
  }
  return []
}

const AFTER = {
  fr: /(?:intervient|intervenait|a lieu|survient|survenait|fait suite) (?:après|à)/iu,
  en: /(?:comes?|came|follows?) after|follow(?:s|ed)/iu,
}
const DAY =
  /(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)/iu
const LATE = /soir|nuit|evening|night/iu

/** "Ce déploiement (jeudi) intervient après la prise (jeudi soir)": the order holds only if the first happened later still. */
export const sequence: Detector = ({ doc, frames, language }) => {
  for (const [i, later] of frames.entries()) {
    const tail = doc.shadow.slice(later.trigger.end, later.trigger.end + 30)
    if (later.frameClass !== 'deployment' || !AFTER[language].test(tail)) continue
    const first = frames.slice(0, i).findLast((it) => it.frameClass === 'deployment' && it.time !== null)
    const event = frames.find(
      (it) =>
        it.frameClass === 'capture' &&
        it.time !== null &&
        it.trigger.start > later.trigger.start &&
        it.trigger.start - later.trigger.start < 400,
    )
    if (!first?.time || !event?.time) continue
    const [a, b] = [quoted(doc, first.time).trim(), quoted(doc, event.time).trim()]
    if (DAY.exec(a)?.[0].toLowerCase() !== DAY.exec(b)?.[0].toLowerCase() || LATE.test(a) || !LATE.test(b)) continue
    return [
      {
        type: 'sequence',
        class: 'tension',
        spans: [first.clause, later.clause, event.clause],
        why: {
          fr: `Ce qui est daté « ${a} » est dit venir après ce qui est daté « ${b} ».`,
          en: `What is dated “${a}” is said to come after what is dated “${b}”.`,
        },
        rule: 'sequence',
      },
    ]
  }
  return []
}

const ABSOLUTE =
  /\b(?:19|20)\d{2}\b|\b\d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4}|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}/u
const RELATIVE = {
  fr: /(?<!\p{L})(?:ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|soir))?(?!\p{L})|(?:hier|aujourd'hui|en milieu de semaine|la semaine (?:dernière|prochaine))/giu,
  en: /(?<![a-z])(?:on |late |early )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|last week)(?![a-z])/giu,
}

/** A text whose days have names and no date: nobody can say which Thursday. */
export const undated: Detector = ({ doc, language, published }) => {
  if (published !== null || ABSOLUTE.test(doc.shadow)) return []
  const days = [...doc.shadow.matchAll(RELATIVE[language])].map((it) => ({
    start: it.index,
    end: it.index + it[0].length,
  }))
  if (days.length < 2) return []
  return [
    {
      type: 'time',
      class: 'gap',
      spans: days,
      why: {
        fr: 'Le texte nomme des jours et ne porte ni date ni année : aucun de ces jours ne peut être placé.',
        en: 'The text names days and bears neither date nor year: none of these days can be placed.',
      },
      rule: 'undated',
    },
  ]
}

const EARLIER = {
  fr: /(?:interrogée?s?|contactée?s?|jointe?s?|invitée?s?)[^,.]* (?:en (?:début|milieu|fin) de semaine|la semaine dernière|lundi|mardi|mercredi|avant|la veille)/iu,
  en: /(?:asked|interviewed|speaking|reached)[^,.]* (?:earlier (?:this|in the) week|last week|on (?:monday|tuesday|wednesday)|before)/iu,
}

/** Words said before the event and printed after it. */
export const staleStatement: Detector = ({ doc, frames, language, attributions }) => {
  const event = frames.find(({ frameClass, time }) => frameClass === 'capture' && time !== null)
  if (!event?.time) return []
  return doc.sentences.flatMap((sentence) => {
    const found = EARLIER[language].exec(doc.shadow.slice(sentence.start, sentence.end))
    if (!found || /(?:après|peu après|depuis) |after /iu.test(found[0])) return []
    const said = attributions.filter(
      ({ content }) =>
        content.some(({ start }) => start >= sentence.start && start < sentence.end + 500) &&
        content.some(({ start }) => spanAt(doc.sentences, start)?.paragraph === sentence.paragraph),
    )
    return [
      {
        type: 'stale_statement' as const,
        class: 'tension' as const,
        spans: [{ start: sentence.start, end: sentence.end }, ...said.flatMap(({ content }) => content), event.clause],
        why: {
          fr: `Recueilli « ${found[0]} », donc avant le fait daté « ${quoted(doc, event.time ?? sentence).trim()} », et rapporté après.`,
          en: `Gathered “${found[0]}”, so before the event dated “${quoted(doc, event.time ?? sentence).trim()}”, and printed after it.`,
        },
        rule: 'stale_statement',
      },
    ]
  })
}

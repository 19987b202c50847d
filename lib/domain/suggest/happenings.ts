import type { Reading } from './conflict-suggestion'
import { type Day, daysIn } from './days'
import { type Span, spanAt } from './document'
import { type Frame, genericIn } from './frames'
import { areOneName } from './same-event'

/**
 * A mention of something that happened once, with the one place and the one day its words give it. `actors` are the names of
 * whoever did it, `generic` labels that name nobody.
 */
export type Happening = Pick<Frame, 'frameClass' | 'clause' | 'attribution' | 'actors' | 'generic'> & {
  place: string
  day: Day
  sentence: number
}

/** Of these classes a thing happens once in a dispatch: a town falls, a troop leaves. Fights, deaths and requests go on. */
const ONCE = new Set<Frame['frameClass']>(['capture', 'retreat'])
/** A state, not what brought it about: who holds a town on Friday may have taken it on Thursday. */
const STATE = /^(?:contrôl|controls?$|in control|occup|(?:sommes|sont|est) (?!tomb))/iu
/** "Tomber aux mains de": what fell stands before, and who took it behind. */
const FELL = /tomb|fell/iu
/** Not the first time, so that two mentions may be of two times. */
const AGAIN =
  /(?<!\p{L})(?:repris|reprend|reprise|reconqui|retaken|retook|recaptur|à nouveau|de nouveau|déjà|already|again|première fois|first time)/iu
const NEGATED = /(?:not|never|n't|pas|jamais|ni|nor|no|sans|without) (?:\p{L}+ )?$/iu
const SAYING =
  /annonc|revendiqu|confirm|affirm|déclar|rapport|signal|assur|indiqu|expliqu|dit |dire|said|say|announc|report|claim|declar|told|stated|selon|according/iu
/** Another clause begins: what stands behind it may be about something else. */
const TURN =
  /[,;:."«“()—–]| (?:qui|que|qu'|dont|où|quand|lorsque|après|avant|depuis|mais|et|pour|who|which|that|when|after|before|since|but|and|while|as|to)(?!\p{L})/iu
/** Nothing but small words may stand before a day that opens a clause. */
const OPENING = /^[\s"'«“]{0,4}(?:(?:dans|durant|le|la|ce|cette|mais|puis|on|early|late|in|the|but)\s){0,4}$/iu

const A_PLACE =
  /^ ?(?:(?:de|du|la|le|the|of|from) |d'|l'){0,3}(?:(?:localité|ville|cité|région|commune|village|bourg|agglomération|town|city|district|region)(?: \p{Ll}{2,20}){0,2} (?:de |du |d'|of ))?(?<name>\p{Lu}[\p{L}\p{M}'-]{1,40}(?: (?!lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|on )\p{Lu}[\p{L}\p{M}'-]{1,40}){0,2})/u
const LAST_NAME = /(?<![\p{L}\p{M}'-])(?<name>\p{Lu}[\p{L}\p{M}-]{1,40}) $/u
// What stands before is asked behind the capital: asked first, it is asked at every character.
const NAME = /\p{Lu}(?<![\p{L}\p{M}-]\p{Lu})[\p{L}\p{M}-]{2,40}(?: \p{Lu}[\p{L}\p{M}-]{1,40}){0,3}/gu
/** Words with a capital because a clause begins with them. */
const OPENER =
  /^(?:les|des|une|selon|ces|cette|the|these|some|several|according|members|fighters|rebels|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\p{L})/iu
/** How far behind a trigger its place, its day and its actor are looked for. */
const NEAR = 100
/** How much of a clause without end is read, so that a text made of one takes the time of its length. */
const AROUND = 200

/** Each mention is laid beside each other one: no text anybody wrote has so many, one made to hurt is read so far. */
const MOST_MENTIONS = 200

/**
 * The mentions of a text that say of what happened once where it was and on which day, in their own clause and in no other's.
 * What is said again in the same way is there once. Made once for the mentions of a text.
 */
export function happeningsOf(reading: Reading): readonly Happening[] {
  const known = made.get(reading.frames)
  if (known) return known
  const found = new Map<string, Happening>()
  for (const frame of reading.frames) {
    const it = happeningOf(reading, frame)
    if (!it) continue
    const { frameClass, place, day, actors, generic, attribution } = it
    const key = [frameClass, place, day.words, ...actors, ...generic, attribution?.sourceName].join('\n').toLowerCase()
    if (!found.has(key)) found.set(key, it)
    if (found.size >= MOST_MENTIONS) break
  }
  const happenings = [...found.values()]
  made.set(reading.frames, happenings)
  return happenings
}
const made = new WeakMap<Reading['frames'], readonly Happening[]>()

function happeningOf({ doc, language, published }: Reading, frame: Frame): Happening | null {
  const { shadow } = doc
  const { clause, trigger, frameClass, attribution } = frame
  const around = {
    start: Math.max(clause.start, trigger.start - AROUND),
    end: Math.min(clause.end, trigger.end + AROUND),
  }
  const words = shadow.slice(around.start, around.end)
  const trigged = shadow.slice(trigger.start, trigger.end)
  if (!ONCE.has(frameClass) || frame.modality !== 'fact' || STATE.test(trigged) || AGAIN.test(words)) return null
  const before = shadow.slice(Math.max(clause.start, trigger.start - NEAR), trigger.start)
  const day = ownDay(shadow, daysIn(shadow, around, language, published), clause, trigger)
  const sentence = spanAt(doc.sentences, trigger.start)
  if (NEGATED.test(before) || !day || !sentence) return null
  const behind = behindOf(shadow, clause, trigger, day)
  const place = (FELL.test(trigged) ? LAST_NAME.exec(before) : A_PLACE.exec(behind))?.groups?.name
  if (place === undefined) return null
  // "Hier" in somebody's mouth is the day before they spoke, not before the text was printed.
  if (/^(?:hier|aujourd|yesterday|today)/iu.test(day.words) && isQuoted(doc, day.start)) return null
  const doer = FELL.test(trigged) ? (behind.split(/[,;:."]/u)[0] ?? '') : doerOf(shadow, frame, before)
  const actors = frame.actors.length > 0 ? frame.actors : namesIn(doer)
  const generic = frame.generic.length > 0 ? frame.generic : genericIn(doer, language)
  return { ...{ frameClass, clause, attribution, generic, place, day }, actors, sentence: sentence.start }
}

/** The one day of a clause, when it stands by the trigger: close behind it, or at the very start of the clause. */
function ownDay(shadow: string, [day, ...others]: readonly Day[], clause: Span, trigger: Span): Day | null {
  if (!day || others.length > 0) return null
  const isBehind = day.start >= trigger.end
  const between = isBehind ? shadow.slice(trigger.end, day.start) : shadow.slice(day.end, trigger.start)
  if (between.length > NEAR || SAYING.test(between)) return null
  return (isBehind ? !TURN.test(between) : OPENING.test(shadow.slice(clause.start, day.start))) ? day : null
}

/** What stands behind the trigger, the day left out: "s'emparer jeudi soir de la ville" is "s'emparer de la ville". */
function behindOf(shadow: string, clause: Span, trigger: Span, day: Day): string {
  const end = Math.min(clause.end, trigger.end + NEAR)
  if (day.start < trigger.end || day.end > end) return shadow.slice(trigger.end, end)
  return shadow.slice(trigger.end, day.start).replace(/ (?:on )?$/, '') + shadow.slice(day.end, end)
}

/** The words that say who did it: the subject that was found, or else what stands right before the trigger. */
const doerOf = (shadow: string, { actorSpan, actors, generic }: Frame, before: string): string => {
  const subject = actorSpan ? shadow.slice(actorSpan.start, actorSpan.end) : ''
  return actors.length + generic.length > 0 ? subject : (before.split(/[,;:]/u).at(-1) ?? '')
}
const namesIn = (words: string): string[] =>
  [...words.matchAll(NAME)].flatMap(([name]) => (OPENER.test(name) ? [] : [name]))

const isQuoted = ({ quotations }: Reading['doc'], at: number) =>
  quotations.some(({ inner }) => inner.start <= at && at < inner.end)

/** Whether both name one actor, under any of its names. */
export const shareActor = (reading: Reading, a: Happening, b: Happening): boolean =>
  a.actors.some((name) => b.actors.some((other) => areOneName(reading, name, other)))

/** The EDTF interval of a day behind its words, when it can be placed in a calendar. */
export const intervalOf = ({ edtf }: Day): string => (edtf === null ? '' : ` (${edtf})`)

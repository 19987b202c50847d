/** A W3C Web Annotation as it is read: what we understand by name, everything else kept in `rest`. */
type Json = Record<string, unknown>
export type AnnotationText = { kind: 'text'; value: string; languages: string[]; isBare: boolean; rest: Json }
export type AnnotationBody = AnnotationText | { kind: 'other'; id: string | null; rest: Json }
export type AnnotationSelector = {
  types: string[]
  exact: string | null
  prefix: string | null
  suffix: string | null
  start: number | null
  end: number | null
  rest: Json
}
export type AnnotationTarget = {
  /** The resource: its own address, or the source a selector chooses from. */
  source: string | null
  isSpecific: boolean
  selectors: AnnotationSelector[]
  rest: Json
}
export type AnnotationIn = {
  id: string | null
  types: string[]
  motivations: string[]
  bodies: AnnotationBody[]
  targets: AnnotationTarget[]
  rest: Json
}

const isObject = (it: unknown): it is Json => it !== null && typeof it === 'object' && !Array.isArray(it)
const listOf = (it: unknown): unknown[] => (it === undefined || it === null ? [] : Array.isArray(it) ? it : [it])
const textsOf = (it: unknown): string[] => listOf(it).filter((one) => typeof one === 'string')
const textOrNull = (it: unknown): string | null => (typeof it === 'string' ? it : null)
const countOrNull = (it: unknown): number | null =>
  typeof it === 'number' && Number.isInteger(it) && it >= 0 ? it : null
/** What of an object is not among these names. */
const without = (it: Json, ...names: string[]): Json =>
  Object.fromEntries(Object.entries(it).filter(([name]) => !names.includes(name)))

/** The names the context of annotations gives to JSON-LD's own and to its vocabulary: `@id` is `id`, `oa:Annotation` `Annotation`. */
export function plainNames(raw: unknown): unknown {
  if (Array.isArray(raw)) return raw.map(plainNames)
  if (!isObject(raw)) return raw
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => {
      const plain = name === '@id' || name === '@type' ? name.slice(1) : name
      return [plain, plain === 'type' ? unprefixed(value) : plainNames(value)]
    }),
  )
}
const unprefixed = (it: unknown): unknown =>
  Array.isArray(it) ? it.map(unprefixed) : typeof it === 'string' ? it.replace(/^oa:/u, '') : it

/**
 * Reads one annotation (Web Annotation Data Model, W3C 2017, section 3). One value or a list of them mean the same there, and an
 * address alone is the resource of that address. Null when it is no annotation: without a target nothing is annotated.
 */
export function readAnnotation(given: unknown): AnnotationIn | null {
  const raw = plainNames(given)
  if (!isObject(raw)) return null
  const types = textsOf(raw.type)
  if (!types.includes('Annotation') || listOf(raw.target).length === 0) return null
  const bare: AnnotationBody[] =
    typeof raw.bodyValue === 'string'
      ? [{ kind: 'text', value: raw.bodyValue, languages: [], isBare: true, rest: {} }]
      : []
  return {
    id: textOrNull(raw.id),
    types,
    motivations: textsOf(raw.motivation),
    bodies: [...bare, ...listOf(raw.body).map(bodyOf)],
    targets: listOf(raw.target).map(targetOf),
    rest: without(raw, 'id', 'type', 'motivation', 'body', 'bodyValue', 'target'),
  }
}

function bodyOf(raw: unknown): AnnotationBody {
  if (!isObject(raw)) return { kind: 'other', id: textOrNull(raw), rest: {} }
  // A body with a value is a text, whether it says so or not (section 3.2.4).
  if (typeof raw.value === 'string')
    return {
      kind: 'text',
      value: raw.value,
      languages: textsOf(raw.language),
      isBare: false,
      rest: without(raw, 'value', 'language'),
    }
  return { kind: 'other', id: textOrNull(raw.id), rest: without(raw, 'id') }
}

function targetOf(raw: unknown): AnnotationTarget {
  if (!isObject(raw)) return { source: textOrNull(raw), isSpecific: false, selectors: [], rest: {} }
  const isSpecific = typeof raw.source === 'string'
  return {
    source: textOrNull(isSpecific ? raw.source : raw.id),
    isSpecific,
    selectors: listOf(raw.selector).map(selectorOf),
    rest: without(raw, isSpecific ? 'source' : 'id', 'selector'),
  }
}

function selectorOf(raw: unknown): AnnotationSelector {
  const it = isObject(raw) ? raw : { id: raw }
  const known = {
    ...{ exact: textOrNull(it.exact), prefix: textOrNull(it.prefix), suffix: textOrNull(it.suffix) },
    ...{ start: countOrNull(it.start), end: countOrNull(it.end) },
  }
  const understood = Object.entries(known).flatMap(([name, value]) => (value === null ? [] : [name]))
  return { types: textsOf(it.type), ...known, rest: without(it, 'type', ...understood) }
}

/** The same annotation again, each list written as one: nothing that was read is missing. */
export function writeAnnotation({ id, types, motivations, bodies, targets, rest }: AnnotationIn): Json {
  const bare = bodies.find((it) => it.kind === 'text' && it.isBare) as AnnotationText | undefined
  const body = bodies.filter((it) => it !== bare).map(writtenBody)
  return {
    ...rest,
    ...(id !== null && { id }),
    type: types,
    ...(motivations.length > 0 && { motivation: motivations }),
    ...(bare && { bodyValue: bare.value }),
    ...(body.length > 0 && { body }),
    target: targets.map(({ source, isSpecific, selectors, rest }) => ({
      ...rest,
      ...(source !== null && { [isSpecific ? 'source' : 'id']: source }),
      ...(selectors.length > 0 && { selector: selectors.map(writtenSelector) }),
    })),
  }
}

const writtenBody = (it: AnnotationBody): Json =>
  it.kind === 'text'
    ? { ...it.rest, value: it.value, ...(it.languages.length > 0 && { language: it.languages }) }
    : { ...it.rest, ...(it.id !== null && { id: it.id }) }

function writtenSelector({ types, rest, ...known }: AnnotationSelector): Json {
  const said = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null))
  return { ...rest, ...(types.length > 0 && { type: types }), ...said }
}

/** The annotations of a document: one, a list, a page or a collection with its first page, or lines of any of them. */
export function annotationsIn(raw: unknown): unknown[] {
  if (Array.isArray(raw)) return raw.flatMap(annotationsIn)
  if (!isObject(raw)) return [raw]
  if (textsOf(raw.type).includes('AnnotationCollection')) return isObject(raw.first) ? annotationsIn(raw.first) : []
  if (textsOf(raw.type).includes('AnnotationPage')) return listOf(raw.items)
  return [raw]
}

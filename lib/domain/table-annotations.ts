import { type AnnotationIn, annotationsIn, plainNames, readAnnotation } from './annotation-in'
import { isUuid } from './ids'
import { TableFault, type TableRecord } from './table-file'

/** The columns an annotation says something for. */
const NAMES = ['occurrence_id', 'key', 'dispatch_slug', 'quote', 'kind', 'statement_fr', 'statement_en']
/** Longest document that is held in memory: an annotation can only be read once the whole document has come. */
const MAX_DOCUMENT = 64_000_000

/** Whether the beginning of a text is annotations: it names their context, or says what it is. */
export const areAnnotations = (head: string): boolean =>
  /^\ufeff?\s*[[{]/u.test(head) &&
  /w3\.org\/ns\/anno|"@?type"\s*:\s*\[?\s*"(?:oa:)?Annotation(?:Collection|Page)?"/u.test(head)

/**
 * The rows of a document of annotations: a passage (its exact words, and the dispatch its page is about), and what is said of it in
 * French or English. One of ours is known by its address, another's by theirs. What claims.csv has no column for stays outside.
 */
export function annotationReader(): (part: string, isLast: boolean) => TableRecord[] {
  let text = ''
  return (part, isLast) => {
    text += part
    if (text.length > MAX_DOCUMENT) throw new TableFault('field_too_long', 1)
    if (!isLast) return []
    const head: TableRecord = { row: 0, line: 0, cells: NAMES, fault: null }
    const rows = annotationsIn(plainNames(documentIn(text.replace(/^\ufeff/u, '')))).map((raw, i): TableRecord => {
      const read = readAnnotation(raw)
      return {
        row: i + 1,
        line: i + 1,
        cells: read ? cellsOf(read) : NAMES.map(() => ''),
        fault: read ? null : 'not_annotation',
      }
    })
    return [head, ...rows]
  }
}

/** One document, or one a line. */
function documentIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    try {
      return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line)]))
    } catch {
      throw new TableFault('not_json')
    }
  }
}

function cellsOf({ id, bodies, targets }: AnnotationIn): string[] {
  const quoted = targets.find(({ selectors }) => selectors.some(({ exact }) => exact !== null)) ?? targets[0]
  const quote = quoted?.selectors.find(({ exact }) => exact !== null)?.exact ?? ''
  const said = (lang: 'fr' | 'en') =>
    bodies.flatMap((it) =>
      it.kind === 'text' && it.languages.some((tag) => tag.toLowerCase().split('-')[0] === lang) ? [it.value] : [],
    )[0] ?? ''
  // Whoever says in no language what they mean is read as writing French, the language of our texts.
  const bare = bodies.flatMap((it) => (it.kind === 'text' && it.languages.length === 0 ? [it.value] : []))[0] ?? ''
  const ours = /\/annotations\/([\da-f-]{36})$/u.exec(id ?? '')?.[1]
  const isOurs = ours !== undefined && isUuid(ours)
  return [
    isOurs ? ours : '',
    isOurs ? '' : (id ?? ''),
    dispatchOf(quoted?.source ?? ''),
    quote,
    // Whose words they are, no annotation says: until somebody attributes them they are the text's own.
    isOurs || quote === '' ? '' : 'narration',
    said('fr') || (said('en') === '' ? bare : ''),
    said('en'),
  ]
}

/** The dispatch whose page an address is; any other address stays as it is, and is refused as no dispatch of ours. */
const dispatchOf = (address: string): string =>
  /\/(?:fr|en)\/dispatches\/([a-z0-9-]+)(?:[?#]|$)/u.exec(address)?.[1] ?? address

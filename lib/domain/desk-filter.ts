/** The lists of the desk that can be narrowed, and by what. The filter is the address, so that it can be sent to a colleague. */
export const LISTS = ['claims', 'conflicts', 'verdicts'] as const
export type ListName = (typeof LISTS)[number]

export const FILTER_KEYS = {
  claims: ['q', 'status', 'assignee', 'event', 'label', 'type', 'verdict', 'source', 'dispatch', 'changed'],
  conflicts: ['q', 'status', 'assignee', 'event', 'class', 'type', 'severity', 'source', 'changed'],
  verdicts: ['q', 'status', 'author', 'event', 'verdict', 'label', 'source', 'changed'],
} as const satisfies Record<ListName, readonly string[]>
export type FilterKey = (typeof FILTER_KEYS)[ListName][number]

/** In which order; the first one is the list's own and does not show in the address. */
export const SORTS = {
  claims: ['ref', 'changed', 'created'],
  conflicts: ['open', 'ref', 'changed', 'created'],
  verdicts: ['oldest', 'changed'],
} as const satisfies Record<ListName, readonly string[]>
export type Sort = (typeof SORTS)[ListName][number]

export type DeskFilter = { readonly [K in FilterKey]?: string }
/** Where a page begins: the keys of the last row of the page before it. */
export type Cursor = { k1: string; k2: string }
export type Asked = Record<string, string | string[] | undefined>
export type ListView = { list: ListName; filter: DeskFilter; sort: Sort; after: Cursor | null }

/** Nobody is assigned; me; what nobody has judged. Words of the address, as a person would type them. */
export const NOBODY = 'none'
export const ME = 'me'
/** Status words that stand for several: a conflict to be settled, a verdict this person may read again. */
export const UNSETTLED = 'unsettled'
export const TO_READ = 'to_read'

/** Longest value we look for: a quotation pasted into the search. */
const MAX = 200
const oneValue = (asked: Asked, key: string): string | null => {
  const value = asked[key]
  if (typeof value !== 'string') return null
  const kept = value.replaceAll('\u0000', '').toWellFormed().trim().slice(0, MAX)
  return kept === '' ? null : kept.toWellFormed()
}

/** What an address asks of a list. What it does not know is left out; a value it does not know finds nothing, and shows as a chip. */
export function readView(list: ListName, asked: Asked): ListView {
  const filter: Partial<Record<FilterKey, string>> = {}
  for (const key of FILTER_KEYS[list]) {
    const value = oneValue(asked, key)
    if (value !== null) filter[key] = value
  }
  const sorts: readonly Sort[] = SORTS[list]
  const sort = sorts.find((it) => it === oneValue(asked, 'sort')) ?? SORTS[list][0]
  const after = /^(-?\d{1,18})\.([\w-]{1,60})$/.exec(oneValue(asked, 'after') ?? '')
  return { list, filter, sort, after: after ? { k1: after[1] ?? '0', k2: after[2] ?? '' } : null }
}

/** The same view from a query string, as it is kept in a saved filter or sent with a form. */
export const readQuery = (list: ListName, query: string): ListView =>
  readView(list, Object.fromEntries(new URLSearchParams(query)))

/** The one query string of a view: keys in the order of the list, nothing that is the list's own. Empty for the bare list. */
export function queryOf({ list, filter, sort, after }: ListView): string {
  const query = new URLSearchParams()
  for (const key of FILTER_KEYS[list]) if (filter[key] !== undefined) query.set(key, filter[key])
  if (sort !== SORTS[list][0]) query.set('sort', sort)
  if (after) query.set('after', `${after.k1}.${after.k2}`)
  return query.toString()
}

/** The view without one of its filters, from its first page. */
export function without(view: ListView, key: FilterKey): ListView {
  const { [key]: _, ...filter } = view.filter
  return { ...view, filter, after: null }
}

/** Whether anything narrows the list. */
export const isNarrowed = ({ filter }: ListView): boolean => Object.keys(filter).length > 0

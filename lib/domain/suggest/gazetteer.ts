import type { KnownNames } from './names'

/** A place of a gazetteer: its id and every spelling it is listed under. */
export type GazetteerPlace = { id: number; names: string[] }

/** Column numbers of the two shapes that are read: ours (six columns) and a GeoNames country file (nineteen). */
const OURS = { name: 1, ascii: 1, alternates: 2, columns: 6 }
const GEONAMES = { name: 1, ascii: 2, alternates: 3, kind: 6, columns: 19 }

/**
 * Reads a gazetteer: lines of tab-separated columns, `#` begins a remark. Of a GeoNames country file only populated places
 * and administrative areas are kept. Returns the places and the numbers of lines that could not be read.
 */
export function readGazetteer(text: string): { places: GazetteerPlace[]; unread: number[] } {
  const places: GazetteerPlace[] = []
  const unread: number[] = []
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return
    const columns = line.replace(/\r$/, '').split('\t')
    const isGeonames = columns.length >= GEONAMES.columns
    const shape = isGeonames ? GEONAMES : OURS
    const id = Number(columns[0])
    const name = columns[shape.name]
    if (columns.length < shape.columns || !Number.isSafeInteger(id) || id <= 0 || !name) {
      unread.push(i + 1)
      return
    }
    if (isGeonames && !/^[PA]$/.test(columns[GEONAMES.kind] ?? '')) return
    const names = new Set([name, columns[shape.ascii] ?? '', ...(columns[shape.alternates] ?? '').split(',')])
    places.push({ id, names: [...names].map((it) => it.trim()).filter(Boolean) })
  })
  return { places, unread }
}

/** The same places again as lines of our own shape: what `recoupe gazetteer import` keeps. */
export const gazetteerLine = ({ id, names: [name = '', ...others] }: GazetteerPlace): string =>
  [id, name, others.join(','), '', '', ''].join('\t')

/** Looks places up by any of their spellings, letter case aside. */
export function knownPlaces(places: readonly GazetteerPlace[]): KnownNames {
  const byName = new Map<string, Set<number>>()
  for (const { id, names } of places)
    for (const name of names) {
      const key = name.toLowerCase()
      const ids = byName.get(key)
      if (ids) ids.add(id)
      else byName.set(key, new Set([id]))
    }
  const none: ReadonlySet<number> = new Set()
  return { placeIds: (name) => byName.get(name.toLowerCase()) ?? none, aliasIds: () => new Set() }
}

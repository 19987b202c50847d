import type { FieldFault } from './fault'

/** One passage as the form sends it: which letter it stands under ("" = left out), and what it says about the property. */
export type ArrangedRow = {
  occurrenceId: string
  statementId: string
  position: string
  value: string
  words: string
}
/** One side as the form sends it; an empty value means "the value of its first passage". */
export type ArrangedSide = { value: string; isGeneral: boolean }
export type Arrangement = {
  positions: {
    value: string
    isGeneral: boolean
    statementIds: string[]
    newStatements: { occurrenceId: string; value: string; words: string }[]
  }[]
  /** For each position that is sent, the place of its side in the form, and the places of its new passages. */
  places: { side: number; rows: number[] }[]
}

/** Passages under letters become positions. A side with neither a value nor a passage was only offered: it is left out. */
export function arrangePositions(rows: readonly ArrangedRow[], sides: readonly ArrangedSide[]): Arrangement {
  const arrangement: Arrangement = { positions: [], places: [] }
  const count = Math.max(sides.length, ...rows.map(({ position }) => Number(position) || 0))
  for (let side = 0; side < count; side++) {
    const held = rows.flatMap((row, at) => (Number(row.position) === side + 1 ? [{ row, at }] : []))
    const { value = '', isGeneral = false } = sides[side] ?? {}
    if (value.trim() === '' && held.length === 0) continue
    const made = held.filter(({ row }) => row.statementId === '')
    arrangement.positions.push({
      value: value.trim() === '' ? (held[0]?.row.value ?? '') : value,
      isGeneral,
      statementIds: held.flatMap(({ row }) => (row.statementId === '' ? [] : [row.statementId])),
      newStatements: made.map(({ row: { occurrenceId, value, words } }) => ({ occurrenceId, value, words })),
    })
    arrangement.places.push({ side, rows: made.map(({ at }) => at) })
  }
  return arrangement
}

/** What was refused, by the names of the form's fields. */
export const faultsOfForm = (faults: readonly FieldFault[], { places }: Arrangement): FieldFault[] =>
  faults.map((fault) => {
    const [, at, part, n, field] = /^positions\.(\d+)\.(\w+)(?:\.(\d+)\.(\w+))?/.exec(fault.field) ?? []
    const place = places[Number(at)]
    if (at === undefined || place === undefined) return fault
    const row = part === 'newStatements' ? place.rows[Number(n)] : undefined
    if (row !== undefined) return { ...fault, field: `rows.${row}.${field === 'words' ? 'words' : 'value'}` }
    return { ...fault, field: `sides.${place.side}.value` }
  })

/** A first arrangement to start from: passages that say the same stand on the same side; those that say nothing stay out. */
export function suggestedPositions(values: readonly (string | null)[]): {
  letters: (number | null)[]
  sides: string[]
} {
  const sides: string[] = []
  const known = new Map<string, number>()
  const letters = values.map((value) => {
    if (value === null || value.trim() === '') return null
    const key = value.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase()
    const before = known.get(key)
    if (before !== undefined) return before
    sides.push(value.trim())
    known.set(key, sides.length)
    return sides.length
  })
  return { letters, sides }
}

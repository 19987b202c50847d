import 'server-only'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { invalid } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import type { Part } from '@/lib/domain/part'
import { CHANGED_FIELDS } from '@/lib/domain/table-columns'
import type { CellPlace } from '@/lib/domain/table-import'
import type { Language } from '@/lib/domain/vocabulary'
import { ID, type Operation, verb } from './operation'

/** How many rows a part has unless fewer or more are asked for, and at most. */
const [PART, MAX_PART] = [100, 1_000]
const Asked = z.strictObject({
  importId: uuid(),
  limit: z.coerce.number().int().min(1).max(MAX_PART).default(PART).describe('How many at a time'),
  cursor: z.string().max(100).optional().describe('Where they begin: from Link or next of the answer before'),
})

/** How a place in a list is written, and read again: null when it is none. A place is no secret and opens nothing. */
type Cursor<P> = { write: (place: P) => string; read: (text: string) => P | null }
const ROW = /^[1-9]\d{0,8}$/
export const rowCursor: Cursor<number> = {
  write: String,
  read: (text) => (ROW.test(text) ? Number(text) : null),
}
export const cellCursor: Cursor<CellPlace> = {
  write: ({ row, field }) => `${row}.${field}`,
  read(text) {
    const [row = '', name] = text.split('.')
    const field = CHANGED_FIELDS.find((it) => it === name)
    return ROW.test(row) && field ? { row: Number(row), field } : null
  },
}

type TablePart<P> = Pick<Operation, 'id' | 'path' | 'summary'> & {
  item: z.ZodType
  cursor: Cursor<P>
  run: (
    desk: Desk<PrismaClient>,
    asked: { importId: string; after: P | null; take: number },
    lang: Language,
  ) => Promise<Part<unknown, P>>
}

/** A list of what an import is about, some at a time in the order of the file. */
export const tablePart = <P>({ item, cursor, run, ...it }: TablePart<P>): Operation =>
  verb({
    ...it,
    method: 'GET',
    tag: 'imports',
    scope: 'read',
    input: Asked,
    answer: z.object({ items: z.array(item), next: z.string().nullable().describe('The cursor of the next ones') }),
    example: { importId: ID, limit: 100 },
    async run(desk, raw, { lang }) {
      const { importId, limit, cursor: text } = readInput(Asked, raw)
      const after = text === undefined ? null : cursor.read(text)
      if (text !== undefined && after === null) throw invalid({ field: 'cursor', reason: 'not_a_choice' })
      const { items, next } = await run(desk, { importId, after, take: limit }, lang)
      return { items, next: next === null ? null : cursor.write(next) }
    },
  })

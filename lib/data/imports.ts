import 'server-only'
import type { ImportFormat } from '@/lib/domain/import-format'
import type { ImportCounts } from '@/lib/domain/import-report'
import type { Permit } from '@/lib/domain/permission'
import type { Db } from './db'

export type NewImport = ImportCounts & {
  id: string
  by: string
  at: Date
  source: string
  format: ImportFormat
  /** Of the bytes as they came. */
  sha256: string
  /** JSON; null of a table, whose changes stand cell by cell under the same id. */
  changes: string | null
}

/** Keeps that a file was imported and what that did. Nobody rewrites it. */
export const insertImport = async (
  db: Db,
  _proof: Permit<'source:manage' | 'claim:add'>,
  it: NewImport,
): Promise<void> => {
  await db.import.create({ data: it })
}

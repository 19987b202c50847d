import { describe, expect, test } from 'vitest'
import { copyText, PLANNED } from '@/lib/data/csv-export'
import { claimsExport } from '@/lib/data/export-claims'
import { conflictsExport } from '@/lib/data/export-conflicts'
import { evidenceExport } from '@/lib/data/export-evidence'
import { sourcesExport } from '@/lib/data/export-sources'
import { columnNames } from '@/lib/present/datapackage'
import { asRole } from '../../support/as-role'
import { aPublishedClaim } from '../../support/factories'

const TABLES = { claims: claimsExport, conflicts: conflictsExport, evidence: evidenceExport, sources: sourcesExport }

/** The steps PostgreSQL would take, innermost last. */
const planOf = (role: 'app_rw' | 'app_public', statement: string): Promise<string> =>
  asRole(role, null, async (ask) => {
    await ask(PLANNED)
    const { rows } = await ask(`explain (costs off) ${statement}`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })

describe('the time of an export grows with the archive, not with its square', () => {
  test.each(
    Object.entries(TABLES).flatMap(([table, query]) =>
      (['app_rw', 'app_public'] as const).map((role) => [table as keyof typeof TABLES, role, query] as const),
    ),
  )('%s as %s: no step looks through one table for each row of another', async (table, role, query) => {
    await aPublishedClaim()
    const form = { delimiter: ',', isForSpreadsheet: false } as const
    const copy = copyText(query('http://localhost:3000', 'fr', 'true'), columnNames(table), form)
    const plan = await planOf(role, copy.slice('COPY ('.length, copy.lastIndexOf(') TO STDOUT')))
    expect(plan).toContain('Sort')
    expect(plan).not.toContain('Nested Loop')
  })
})

import { beforeEach, expect, test, vi } from 'vitest'
import { GET as workbook } from '@/app/export/claims.xlsx/route'
import { changeClaim } from '@/lib/services/change-claim'
import { aClaim, anEvent, aPerson, deskOf } from '../../support/factories'
import { compared } from '../../support/tables'
import { ask, asSomebody } from './reader'

vi.mock('next/headers', async () => (await import('./reader')).requestScope)
beforeEach(() => asSomebody())

test('a workbook comes back as no change; what differs from it is told cell by cell', async () => {
  const actor = await aPerson({ role: 'editor' })
  const words = { statementFr: '=SOMME(«\u00a0été\u00a0»)', statementEn: ' A & B <c> 😀'.trim() }
  const [first, second] = [
    await aClaim(words),
    await aClaim({ statementFr: 'Deux', kind: 'direct_quote', quoteScopes: ['partial', 'translated'] }),
  ]
  const file = Buffer.from(await (await ask(workbook, '/export/claims.xlsx')).arrayBuffer())
  const same = await compared(actor, file)
  expect(same.problems).toEqual([])
  expect(same.table).toMatchObject({ read: 2, added: 0, changed: 0, unchanged: 2, rejected: 0 })

  const event = await anEvent({ titleFr: 'Un autre siège' })
  const desk = await deskOf(actor)
  await changeClaim(desk, { claimId: first.id, version: 1, statementFr: 'Autre', statementEn: 'Other' })
  await changeClaim(desk, { claimId: second.id, version: 1, eventId: event.id })
  const { changes } = await compared(actor, file)
  expect(changes.map(({ ref, field, before, after }) => [ref, field, before, after])).toEqual([
    [first.ref, 'statement_en', 'Other', words.statementEn],
    [first.ref, 'statement_fr', 'Autre', words.statementFr],
    [second.ref, 'event', event.slug, expect.any(String)],
  ])
})

import { expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import { anEvent } from '@/tests/support/factories'

test('a date is kept as the days it spans', async () => {
  const { id } = await anEvent({ when: { words: 'jeudi', edtf: '2013-01-1X', basis: 'inferred' } })
  const { timeFrom, timeTo } = await deskDb().event.findUniqueOrThrow({ where: { id } })
  expect([timeFrom, timeTo].map((day) => day?.toISOString().slice(0, 10))).toEqual(['2013-01-10', '2013-01-19'])
})

test.each(['-0044-03-15', '0000', 'Y12345', 'XXXX', 'Y-17E7'])(
  '%s is kept or refused by name, and is never a crash',
  async (edtf) => {
    const error = await anEvent({ when: { edtf, basis: 'stated' } }).then(
      () => null,
      (reason: unknown) => reason,
    )
    if (error !== null) expect(error).toBeInstanceOf(Fault)
  },
)

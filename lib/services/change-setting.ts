import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { putSetting } from '@/lib/data/settings'
import type { Desk } from '@/lib/domain/desk'
import { line } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

const yesOrNo = z
  .enum(['true', 'false'])
  .transform((it) => it === 'true')
  .or(z.boolean())
export const ChangeSetting = z.object({
  fourEyes: yesOrNo.optional(),
  blindByDefault: yesOrNo.optional(),
  newsroom: line().optional(),
})

/**
 * Whether a verdict needs a second reader, and whether second readings are blind unless their author says otherwise. Four
 * eyes switched off, every verdict published so says it, for ever. And what the newsroom calls itself, from now on: what is
 * published keeps the name it was published under.
 */
export async function changeSetting(
  { db, actor }: Desk<PrismaClient>,
  { fourEyes, blindByDefault, newsroom }: z.output<typeof ChangeSetting>,
): Promise<void> {
  const { by } = permit(actor, 'settings:manage')
  await transactionAs(db, by, async (tx) => {
    for (const [key, value] of [
      ['four_eyes', fourEyes],
      ['blind_by_default', blindByDefault],
      ['public.newsroom', newsroom],
    ] as const) {
      if (value === undefined) continue
      await putSetting(tx, key, value)
      await appendAudit(tx, by, {
        action: 'setting.changed',
        entity: 'setting',
        id: key,
        payload: { value: String(value) },
      })
    }
  })
}

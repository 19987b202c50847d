import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { putSetting } from '@/lib/data/settings'
import type { Desk } from '@/lib/domain/desk'
import { permit } from '@/lib/domain/permission'

export const ChangeSetting = z.object({
  fourEyes: z
    .enum(['true', 'false'])
    .transform((it) => it === 'true')
    .or(z.boolean()),
})

/** Whether a verdict needs a second reader. Switched off, every verdict published so says it, for ever. */
export async function changeSetting(
  { db, actor }: Desk<PrismaClient>,
  { fourEyes }: z.output<typeof ChangeSetting>,
): Promise<void> {
  const { by } = permit(actor, 'settings:manage')
  await transactionAs(db, by, async (tx) => {
    await putSetting(tx, 'four_eyes', fourEyes)
    await appendAudit(tx, by, {
      action: 'setting.changed',
      entity: 'setting',
      id: 'four_eyes',
      payload: { value: String(fourEyes) },
    })
  })
}

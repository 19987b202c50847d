import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { putSetting, settingsOf } from '@/lib/data/settings'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { line } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

const yesOrNo = z
  .enum(['true', 'false'])
  .transform((it) => it === 'true')
  .or(z.boolean())
export const ChangeSetting = z.object({
  fourEyes: yesOrNo.optional(),
  blindByDefault: yesOrNo.optional(),
  newsroom: line().optional(),
})

const SETTINGS = ['fourEyes', 'blindByDefault', 'newsroom'] as const

/**
 * Whether a verdict needs a second reader, and whether second readings are blind unless their author says otherwise. Four
 * eyes switched off, every verdict published so says it, for ever. And what the newsroom calls itself, from now on: what is
 * published keeps the name it was published under. With `seen`, refused when the settings are no longer those.
 */
export async function changeSetting(
  { db, actor }: Desk<PrismaClient>,
  input: z.output<typeof ChangeSetting>,
  seen: z.output<typeof ChangeSetting> = {},
): Promise<{ undo: Undo }> {
  const { by } = permit(actor, 'settings:manage')
  return transactionAs(db, by, async (tx) => {
    const saved = await settingsOf(tx)
    if (SETTINGS.some((key) => seen[key] !== undefined && seen[key] !== saved[key]))
      throw new Fault('stale', 'setting', [], { entity: 'setting', id: 'settings', version: 1, theirs: saved })
    const { fourEyes, blindByDefault, newsroom } = input
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
    const before = Object.fromEntries(
      SETTINGS.filter((key) => input[key] !== undefined).map((key) => [key, saved[key]]),
    )
    return { undo: { verb: 'change_setting', before, made: input } }
  })
}

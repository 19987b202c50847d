import 'server-only'
import type { Db } from './db'

/** What a newsroom chose; a setting nobody touched has its default. */
export type Settings = { fourEyes: boolean; blindByDefault: boolean }

export async function settingsOf(db: Db): Promise<Settings> {
  const rows = await db.setting.findMany({
    where: { key: { in: ['four_eyes', 'blind_by_default'] } },
    select: { key: true, value: true },
  })
  const value = new Map(rows.map((row) => [row.key, row.value]))
  return { fourEyes: value.get('four_eyes') !== false, blindByDefault: value.get('blind_by_default') === true }
}

/** Writes a setting, by the database's clock. */
export const putSetting = (db: Db, key: 'four_eyes' | 'blind_by_default', value: boolean): Promise<number> =>
  db.$executeRaw`
    insert into settings (key, value, updated_at) values (${key}, ${JSON.stringify(value)}::jsonb, clock_timestamp())
    on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`

const sampleKey = (name: string) => `sample.${name}`
/** Was this sample loaded to its end? */
export const isSampleLoaded = async (db: Db, name: string): Promise<boolean> =>
  (await db.setting.count({ where: { key: sampleKey(name) } })) > 0
/** Remembers that this sample was loaded to its end, so that it is not loaded again after somebody removed parts of it. */
export const markSampleLoaded = (db: Db, name: string): Promise<number> =>
  db.$executeRaw`insert into settings (key, value, updated_at) values (${sampleKey(name)}, 'true'::jsonb, clock_timestamp()) on conflict (key) do nothing`

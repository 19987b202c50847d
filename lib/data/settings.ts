import 'server-only'
import { DEFAULT_NEWSROOM } from '@/lib/domain/newsroom'
import type { Db } from './db'

/** What a newsroom chose; a setting nobody touched has its default. */
export type Settings = { fourEyes: boolean; blindByDefault: boolean; newsroom: string }
/** What strangers may read too begins with `public.` (the policy of the table says so). */
const NEWSROOM = 'public.newsroom'
type SettingKey = 'four_eyes' | 'blind_by_default' | typeof NEWSROOM

export async function settingsOf(db: Db): Promise<Settings> {
  const rows = await db.setting.findMany({
    where: { key: { in: ['four_eyes', 'blind_by_default', NEWSROOM] } },
    select: { key: true, value: true },
  })
  const value = new Map(rows.map((row) => [row.key, row.value]))
  return {
    fourEyes: value.get('four_eyes') !== false,
    blindByDefault: value.get('blind_by_default') === true,
    newsroom: nameIn(value.get(NEWSROOM)),
  }
}

const nameIn = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : DEFAULT_NEWSROOM)

/** The newsroom's name. */
export const newsroomOf = async (db: Db): Promise<string> =>
  nameIn((await db.setting.findUnique({ where: { key: NEWSROOM }, select: { value: true } }))?.value)

/** What every public page is told, in one statement: the newsroom's name and the latest checkpoint of the log. */
export async function siteOf(
  db: Db,
): Promise<{ newsroom: string; checkpoint: { entries: number; root: string } | null }> {
  const [row] = await db.$queryRaw<{ newsroom: unknown; seq: bigint | null; root: string | null }[]>`
    select (select value from settings where key = ${NEWSROOM}) as newsroom, c.seq, encode(c.hash, 'base64') as root
    from (select) one left join lateral (select seq, hash from checkpoints order by seq desc limit 1) c on true`
  const { seq = null, root = null } = row ?? {}
  return {
    newsroom: nameIn(row?.newsroom),
    checkpoint: seq === null || root === null ? null : { entries: Number(seq), root },
  }
}

/** Writes a setting, by the database's clock. What is public stands on every page: all of them are made anew. */
export async function putSetting(db: Db, key: SettingKey, value: boolean | string): Promise<void> {
  await db.$executeRaw`
    insert into settings (key, value, updated_at) values (${key}, ${JSON.stringify(value)}::jsonb, clock_timestamp())
    on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`
  if (key === NEWSROOM) await db.$executeRaw`select pg_notify('recoupe_public', '*')`
}

const sampleKey = (name: string) => `sample.${name}`
/** Was this sample loaded to its end? */
export const isSampleLoaded = async (db: Db, name: string): Promise<boolean> =>
  (await db.setting.count({ where: { key: sampleKey(name) } })) > 0
/** Remembers that this sample was loaded to its end, so that it is not loaded again after somebody removed parts of it. */
export const markSampleLoaded = (db: Db, name: string): Promise<number> =>
  db.$executeRaw`insert into settings (key, value, updated_at) values (${sampleKey(name)}, 'true'::jsonb, clock_timestamp()) on conflict (key) do nothing`

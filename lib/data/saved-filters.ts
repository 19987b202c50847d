import 'server-only'
import type { ListName } from '@/lib/domain/desk-filter'
import { invalid } from '@/lib/domain/fault'
import type { Permit } from '@/lib/domain/permission'
import { type Db, refusedBy } from './db'

export type SavedFilterRow = {
  id: string
  name: string
  list: ListName
  query: string
  isShared: boolean
  owner: string
  isMine: boolean
}

/** The filters this person kept, then those that others share, by name. */
export async function savedFilters(db: Db, me: string): Promise<SavedFilterRow[]> {
  const rows = await db.savedFilter.findMany({
    where: { OR: [{ userId: me }, { isShared: true }] },
    select: {
      id: true,
      name: true,
      path: true,
      query: true,
      isShared: true,
      userId: true,
      user: { select: { name: true } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  const lines = rows.map(({ path, userId, user, ...row }) => ({
    ...row,
    list: path as ListName,
    owner: user.name,
    isMine: userId === me,
  }))
  return [...lines.filter(({ isMine }) => isMine), ...lines.filter(({ isMine }) => !isMine)]
}

/** One's own filter as it is saved, or null when it is not there or somebody else's. */
export async function ownFilter(
  db: Db,
  { by }: Permit<'filter:keep'>,
  id: string,
): Promise<Omit<NewFilter, 'id'> | null> {
  const row = await db.savedFilter.findFirst({
    where: { id, userId: by },
    select: { name: true, path: true, query: true, isShared: true },
  })
  return row && { ...row, path: row.path as ListName }
}

export const countOwnFilters = (db: Db, me: string): Promise<number> => db.savedFilter.count({ where: { userId: me } })

type NewFilter = { id: string; name: string; path: ListName; query: string; isShared: boolean }
export const insertFilter = (db: Db, { by }: Permit<'filter:keep'>, filter: NewFilter): Promise<void> =>
  named(async () => {
    await db.savedFilter.create({ data: { ...filter, userId: by }, select: { id: true } })
  })

/** Changes one's own filter; false when it is not there or somebody else's. */
export const updateFilter = (
  db: Db,
  { by }: Permit<'filter:keep'>,
  id: string,
  change: { name: string; isShared: boolean },
): Promise<boolean> =>
  named(async () => (await db.savedFilter.updateMany({ where: { id, userId: by }, data: change })).count === 1)

/** Deletes one's own filter; false when it is not there or somebody else's. */
export const deleteFilter = async (db: Db, { by }: Permit<'filter:keep'>, id: string): Promise<boolean> =>
  (await db.savedFilter.deleteMany({ where: { id, userId: by } })).count === 1

/** Two filters of one person have two names: the database refuses, and the field says so. */
async function named<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (refusedBy(error)?.includes('name')) throw invalid({ field: 'name', reason: 'already_taken' })
    throw error
  }
}

import 'server-only'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type GazetteerPlace, knownPlaces, readGazetteer } from '@/lib/domain/suggest/gazetteer'
import type { KnownNames } from '@/lib/domain/suggest/names'
import { env } from '@/lib/env'

type Kept = { stamp: string; places: KnownNames }
const kept = globalThis as typeof globalThis & { __recoupePlaces?: Kept }

/** Those that ship, then those that `recoupe gazetteer import` kept. */
const folders = () => [join(process.cwd(), 'seeds/gazetteers'), join(env().RECOUPE_DATA_DIR, 'gazetteers')]

/** The places whose names are known here; read again when a file came or changed. */
export async function gazetteers(): Promise<KnownNames> {
  const files = (await Promise.all(folders().map(filesIn))).flat()
  const stamp = files.map(({ path, changed }) => `${path} ${changed}`).join('\n')
  if (kept.__recoupePlaces?.stamp !== stamp) {
    const places: GazetteerPlace[] = []
    for (const { path } of files) for (const it of readGazetteer(await readFile(path, 'utf8')).places) places.push(it)
    kept.__recoupePlaces = { stamp, places: knownPlaces(places) }
  }
  return kept.__recoupePlaces.places
}

async function filesIn(folder: string): Promise<{ path: string; changed: number }[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const paths = names.filter((name) => name.endsWith('.tsv')).sort()
  return Promise.all(
    paths.map(async (name) => ({ path: join(folder, name), changed: (await stat(join(folder, name))).mtimeMs })),
  )
}

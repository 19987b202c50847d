import 'server-only'
import { LANGUAGES } from '@/lib/domain/vocabulary'
import { env } from '@/lib/env'
import { FEED_NAMES, feedPath } from '@/lib/present/feed'

/** The hub that the feeds name, when there is one. */
export const hubAddress = (): string | undefined => env().RECOUPE_WEBSUB_HUB

const PATIENCE_MS = 10_000
/** A hub that is away is asked again, and then left alone: its subscribers ask us from time to time all the same. */
const PAUSES_MS = [0, 2_000, 20_000]

/** The feeds that a publication or a correction changes. */
const topics = (baseUrl: string): string[] =>
  LANGUAGES.flatMap((lang) =>
    FEED_NAMES.flatMap((name) => [feedPath(lang, name, 'atom'), feedPath(lang, name, 'json')]),
  ).map((path) => baseUrl + path)

/** Tells a hub that the feeds changed (WebSub, "publish"); true once it has heard. */
export async function tellHub(hub: string, baseUrl: string, pausesMs: readonly number[] = PAUSES_MS): Promise<boolean> {
  const body = new URLSearchParams([
    ['hub.mode', 'publish'],
    ...topics(baseUrl).map((topic): [string, string] => ['hub.url', topic]),
  ])
  for (const pause of pausesMs) {
    await new Promise((resolve) => setTimeout(resolve, pause).unref())
    try {
      const { ok } = await fetch(hub, {
        method: 'POST',
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      if (ok) return true
    } catch {
      // Away, or not a hub: tried again below, then said in the log.
    }
  }
  console.warn('websub: the hub could not be told that the feeds changed')
  return false
}

/** Tells the hub in the settings, if any, without keeping whoever published waiting. */
export function announceFeeds(): void {
  const hub = hubAddress()
  if (hub !== undefined) void tellHub(hub, env().RECOUPE_URL.replace(/\/+$/, ''))
}

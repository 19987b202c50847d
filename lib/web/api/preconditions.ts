import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { loadVersion } from '@/lib/services/load-version'
import { HttpRefusal } from '../problem'
import { GUARDED, type Operation } from './operation'

/** What `If-Match` asks for (RFC 9110, 13.1.1): any version, or one of these. A weak tag is never the same as a strong one. */
export type IfMatch = '*' | readonly number[]

/** Reads the header; null when it is absent. What is no entity tag of ours matches nothing. */
export function readIfMatch(header: string | null): IfMatch | null {
  if (header === null) return null
  if (header.trim() === '*') return '*'
  return [...header.matchAll(/(W\/)?"([^"]*)"/g)].flatMap(([, weak, tag]) =>
    weak === undefined && tag !== undefined && /^[1-9]\d{0,8}$/.test(tag) ? [Number(tag)] : [],
  )
}

/** The strong entity tag of a version. */
export const etagOf = (version: number): string => `"${version}"`

/** Said when the version is not, or no longer, the one that was named. */
export const preconditionFailed = (version: number | null, collision?: object): HttpRefusal =>
  new HttpRefusal(
    412,
    {
      fr: 'Cela a changé depuis la version nommée par If-Match. Relisez, comparez, puis envoyez avec l’ETag actuel.',
      en: 'It has changed since the version that If-Match names. Read it again, compare, and send with its present ETag.',
    },
    {
      code: 'precondition_failed',
      ...(version === null ? {} : { headers: { ETag: etagOf(version) } }),
      members: { ...(version === null ? {} : { version }), ...(collision ? { collision } : {}) },
    },
  )

/**
 * The version an operation is to work on: from If-Match, else from the body. The service compares it in the statement that
 * writes, so that of two who saw the same version one is refused.
 */
export async function versionMeant(
  desk: Desk<PrismaClient>,
  { guards, guardField }: Operation,
  header: string | null,
  input: Record<string, unknown>,
): Promise<unknown> {
  if (guards === undefined) return undefined
  const wanted = readIfMatch(header)
  if (wanted === null) {
    if (input.version !== undefined) return input.version
    throw new HttpRefusal(
      428,
      {
        fr: 'Envoyez If-Match avec l’ETag reçu, ou version dans le corps : le travail de personne ne doit être écrasé.',
        en: 'Send If-Match with the ETag you were given, or version in the body: nobody’s work is to be overwritten.',
      },
      { code: 'precondition_required' },
    )
  }
  const [only, second] = wanted
  if (wanted !== '*' && only !== undefined && second === undefined) return agreed(Number(only), input.version)
  const table = typeof guards === 'function' ? guards(input) : guards
  // No kind of ours: the schema refuses it by name.
  if (!Object.hasOwn(GUARDED, table)) return 1
  const present = await loadVersion(desk, table, String(input[guardField ?? GUARDED[table]] ?? ''))
  // Nothing there: the service says so.
  if (present === null) return 1
  if (wanted === '*' || wanted.includes(present)) return agreed(present, input.version)
  throw preconditionFailed(present)
}

function agreed(tag: number, said: unknown): number {
  if (said === undefined || said === tag) return tag
  throw new HttpRefusal(400, {
    fr: 'If-Match et version ne nomment pas la même version. Envoyez l’un des deux.',
    en: 'If-Match and version do not name the same version. Send one of the two.',
  })
}

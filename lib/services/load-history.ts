import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { historyTarget, namesBehind, partsOfClaim } from '@/lib/data/history'
import { keepBlind } from '@/lib/data/keep-blind'
import { isProtectedSource, listsOf, revisionsOf } from '@/lib/data/revisions'
import { verdictById } from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit, permits } from '@/lib/domain/permission'
import { type Change, type Content, changesBetween, EDITING, type RevisedKind } from '@/lib/domain/revision'

export type HistoryStep = {
  n: number
  by: string
  reason: string | null
  at: string
  justBefore: string
  changes: readonly Change[]
  /** The chain of an occurrence or what a verdict stands on, when it was replaced. */
  list: { before: readonly Content[]; after: readonly Content[] } | null
}

/** Every version of a thing, latest first: who, when, why and what changed; a name protected since stays unsaid. */
export async function loadHistory(
  { db, actor }: Desk<PrismaClient>,
  { entity, id }: { entity: RevisedKind; id: string },
) {
  permit(actor, 'desk:read')
  const target = await historyTarget(db, entity, id)
  if (!target) throw new Fault('not_found', entity)
  const verdict = entity === 'verdicts' ? await verdictById(db, id) : null
  if (verdict)
    await keepBlind(db, actor, verdict).catch(() => {
      throw new Fault('forbidden', 'a blind reading is under way')
    })
  const isProtected = entity === 'sources' && (await isProtectedSource(db, id))
  const revisions = await revisionsOf(db, entity, id)
  const lists =
    entity === 'occurrences'
      ? await listsOf(db, 'chains', id)
      : entity === 'verdicts'
        ? await listsOf(db, 'verdict_dependencies', id)
        : []
  const steps = revisions.map(({ content, actor: by, ...rest }, i): HistoryStep => {
    const before = revisions[i + 1]?.content ?? null
    const at = lists.findIndex(({ n }) => n === rest.n)
    return {
      ...rest,
      by,
      changes: isProtected ? [] : changesBetween(entity, before, content),
      list: at < 0 ? null : { before: lists[at + 1]?.items ?? [], after: lists[at]?.items ?? [] },
    }
  })
  return {
    target,
    steps,
    names: await namesBehind(db, idsIn(steps)),
    parts: entity === 'claims' ? await partsOfClaim(db, id) : [],
    version: revisions[0]?.n ?? 0,
    isProtected,
    mayRestore: !isProtected && permits(actor, EDITING[entity]),
  }
}
export type History = Awaited<ReturnType<typeof loadHistory>>

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
/** Every id a step mentions, to be said by name. */
function idsIn(steps: readonly HistoryStep[]): string[] {
  const values = steps.flatMap(({ by, changes, list }) => [
    by,
    ...changes.flatMap(({ before, after }) => [before, after]),
    ...(list ? [...list.before, ...list.after].flatMap((it) => Object.values(it)) : []),
  ])
  return [...new Set(values.filter((it): it is string => typeof it === 'string' && UUID.test(it)))]
}

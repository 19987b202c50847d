import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { aliasTable } from '@/lib/data/aliases'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { holdsProtectedSource } from '@/lib/data/protected-text'
import { ruleCounts } from '@/lib/data/rule-counts'
import { countsOfSuggestions, insertSuggestions, takenPassages, textToRead } from '@/lib/data/suggestions'
import { calibrated } from '@/lib/domain/calibration'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { MAX_SUGGEST_LENGTH } from '@/lib/domain/suggest/document'
import type { KnownNames } from '@/lib/domain/suggest/names'
import { anchored, type ModelAnswer, type Proposer, type VerbatimProposal } from '@/lib/domain/suggest/proposer'
import { RULESET } from '@/lib/domain/suggest/ruleset'
import { type Suggestions, suggest } from '@/lib/domain/suggest/suggest'
import { proposalsOf } from '@/lib/domain/suggestion'

export const ProposeSuggestions = z.strictObject({ dispatchVersionId: uuid() })
export type Places = Pick<KnownNames, 'placeIds'>

/**
 * Reads a text and keeps what the rules found, for people to decide about. Asked again, it adds what is new and nothing else:
 * what was decided stays decided, and a rule whose suggestions were mostly dismissed has gone quiet. Passages that are claims already are not proposed.
 */
export async function proposeSuggestions(
  { db, actor, newId }: Desk<PrismaClient>,
  raw: z.input<typeof ProposeSuggestions>,
  { placeIds, proposer = null }: Places & { proposer?: Proposer | null },
) {
  const proof = permit(actor, 'claim:add')
  const { dispatchVersionId } = readInput(ProposeSuggestions, raw)
  const version = await textToRead(db, dispatchVersionId)
  if (!version || version.dispatch.discardedAt) throw new Fault('not_found', 'dispatch version')
  if (version.length > MAX_SUGGEST_LENGTH)
    throw invalid({ field: 'dispatchVersionId', reason: 'too_long', values: { max: MAX_SUGGEST_LENGTH } })
  const [aliases, taken, counts] = await Promise.all([aliasTable(db), takenPassages(db, version.id), ruleCounts(db)])
  const none: ReadonlySet<string> = new Set()
  const byRules = suggest(version.text, {
    language: version.language.startsWith('fr') ? 'fr' : version.language.startsWith('en') ? 'en' : 'auto',
    published: version.dispatch.publishedFrom?.toISOString().slice(0, 10) ?? null,
    known: { placeIds, aliasIds: (name) => aliases.get(name.toLowerCase()) ?? none },
  })
  const { found, model } = await withModel(db, version, byRules, proposer)
  const every = proposalsOf(found, {
    taken,
    authorityOf: (a, b) => {
      const other = placeIds(b)
      const place = [...placeIds(a)].find((id) => other.has(id))
      return place === undefined ? null : `GeoNames ${place}`
    },
  })
  const proposals = calibrated(every, counts)
  return transactionAs(db, proof.by, async (tx) => {
    const added = await insertSuggestions(
      tx,
      proof,
      proposals.map(({ key, rule, value, confidence }) => ({
        id: newId(),
        dispatchVersionId: version.id,
        kind: value.kind,
        rule,
        ruleset: RULESET,
        value,
        fingerprint: createHash('sha256').update(key, 'utf8').digest('base64url'),
        confidence,
      })),
    )
    await appendAudit(tx, proof.by, {
      action: 'suggestions.proposed',
      entity: 'dispatch',
      id: version.dispatch.id,
      payload: { added, ruleset: RULESET },
    })
    return { added, open: (await countsOfSuggestions(tx, version.id)).proposed, model }
  })
}

/** The rules stand alone: a provider only adds what they did not find, and one that fails takes nothing away. */
async function withModel(
  db: PrismaClient,
  { id, text }: { id: string; text: string },
  byRules: Suggestions,
  proposer: Proposer | null,
): Promise<{ found: Suggestions; model: ModelAnswer }> {
  if (!proposer) return { found: byRules, model: 'off' }
  if (await holdsProtectedSource(db, id)) return { found: byRules, model: 'withheld' }
  let said: VerbatimProposal[]
  try {
    said = await proposer.propose(text, byRules.language, new AbortController().signal)
  } catch (error) {
    console.warn(`${proposer.id} was not heard: ${error instanceof Error ? error.name : 'it failed'}`)
    return { found: byRules, model: 'failed' }
  }
  const more = anchored(text, said, byRules.attributions)
  return { found: { ...byRules, attributions: [...byRules.attributions, ...more] }, model: 'heard' }
}

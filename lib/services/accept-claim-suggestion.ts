import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import { sourceChoices } from '@/lib/data/desk-lists'
import type { PrismaClient } from '@/lib/data/generated/client'
import { writeClaim } from '@/lib/data/new-claim'
import { freeSlug } from '@/lib/data/slugs'
import { insertSource } from '@/lib/data/sources'
import { decideSuggestion, suggestionById, textToRead } from '@/lib/data/suggestions'
import { claimParts } from '@/lib/domain/claim-input'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { CodePoints } from '@/lib/domain/quote'
import {
  AcceptedClaim,
  type ClaimOfSuggestion,
  claimOfSuggestion,
  isAsProposed,
  isNamedKind,
} from '@/lib/domain/suggested-claim'
import { decidedFault } from '@/lib/domain/suggestion'
import { slugOf } from '@/lib/domain/text'
import type { Undo } from '@/lib/domain/undo'

/** Without `claim` it is accepted as it was proposed. */
export const AcceptClaimSuggestion = z.strictObject({
  suggestionId: uuid(),
  version: version(),
  claim: AcceptedClaim.optional(),
})
type Typed = z.output<typeof AcceptedClaim>

/** Makes the claim a suggestion proposes, as proposed or as changed; the suggestion keeps what was proposed, and who decided. */
export async function acceptClaimSuggestion(
  { db, actor, newId, now }: Desk<PrismaClient>,
  raw: z.input<typeof AcceptClaimSuggestion>,
) {
  const proof = permit(actor, 'claim:add')
  const input = readInput(AcceptClaimSuggestion, raw)
  const mayName = () => permit(actor, 'source:add')
  return transactionAs(db, proof.by, async (tx) => {
    const suggestion = await suggestionById(tx, input.suggestionId)
    const text = suggestion?.dispatchVersionId ? await textToRead(tx, suggestion.dispatchVersionId) : null
    if (!suggestion || !text || suggestion.value.kind !== 'claim') throw new Fault('not_found', 'suggested claim')
    const points = new CodePoints(text.text)
    const sources = await sourceChoices(tx)
    const proposed = claimOfSuggestion(points, suggestion.value, { sources, publisherId: text.dispatch.publisherId })
    const typed = input.claim ?? inputOf(points, proposed)
    const nameless = typed.chain.flatMap(({ sourceId, name }, i) =>
      sourceId || name ? [] : [{ field: `chain.${i}.sourceId`, reason: 'required' as const }],
    )
    if (nameless.length > 0) throw invalid(...nameless)

    const made = new Map<string, string>()
    const sourceOf = async ({ sourceId, name, kind = 'unspecified' }: Typed['chain'][number]): Promise<string> => {
      if (sourceId) return sourceId
      const its = name ?? ''
      const already = made.get(its)
      if (already) return already
      const id = newId()
      made.set(its, id)
      const isNamed = isNamedKind(kind)
      const rest = { affiliation: null, roleWords: null, language: null, url: null, noteFr: null, noteEn: null }
      const slug = await freeSlug(tx, 'sources', slugOf(its))
      await insertSource(tx, mayName(), { id, slug, name: its, kind, isNamed, ...rest, entityId: null })
      await appendAudit(tx, proof.by, { action: 'source.added', entity: 'source', id, payload: { isProtected: false } })
      return id
    }
    const chain = []
    for (const { name, kind, ...hop } of typed.chain)
      chain.push({ ...hop, sourceId: await sourceOf({ ...hop, name, kind }) })
    const claim = { ...typed, dispatchVersionId: text.id, chain }
    claimParts(claim)
    const { span, ...added } = await writeClaim(tx, proof, newId, claim)
    const status = input.claim && !isAsProposed(proposed, input.claim, span) ? 'edited' : 'accepted'
    const isOurs = await decideSuggestion(tx, proof, {
      id: suggestion.id,
      version: input.version,
      at: now,
      status,
      made: { kind: 'claim', id: added.id },
    })
    if (!isOurs) throw decidedFault(await suggestionById(tx, suggestion.id))
    await appendAudit(tx, proof.by, {
      action: 'claim.added',
      entity: 'claim',
      id: added.id,
      payload: { occurrence: added.occurrenceId, ...span },
    })
    await appendAudit(tx, proof.by, {
      action: 'suggestion.accepted',
      entity: 'suggestion',
      id: suggestion.id,
      payload: { kind: 'claim', status, made: added.id },
    })
    const undo: Undo = { verb: 'take_back_suggestion', suggestionId: suggestion.id, version: input.version + 1 }
    return { ...added, status, undo }
  })
}

const inputOf = (text: CodePoints, { span, chain, ...claim }: ClaimOfSuggestion): Typed =>
  readInput(AcceptedClaim, {
    ...claim,
    quote: { exact: text.slice(span.start, span.end), start: span.start },
    chain,
  })

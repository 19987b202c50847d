import 'server-only'
import { z } from 'zod'
import { entityNamed, linkBetween, namePlaces } from '@/lib/data/aliases'
import { insertAnchor } from '@/lib/data/anchors'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import { insertEntity, insertEntityLink, insertName } from '@/lib/data/entities'
import type { PrismaClient } from '@/lib/data/generated/client'
import { freeSlug } from '@/lib/data/slugs'
import { decideSuggestion, suggestionById, textToRead } from '@/lib/data/suggestions'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { oneOf, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { CodePoints, quoteAt } from '@/lib/domain/quote'
import { decidedFault } from '@/lib/domain/suggestion'
import { slugOf } from '@/lib/domain/text'
import type { Undo } from '@/lib/domain/undo'
import { ENTITY_KINDS } from '@/lib/domain/vocabulary'

/** The person says how the two names relate and, for a name nobody knows yet, what it names; what is left out is as proposed. */
export const AcceptNameSuggestion = z.strictObject({
  suggestionId: uuid(),
  version: version(),
  relation: oneOf(['same', 'possibly_same'] as const).optional(),
  kind: oneOf(ENTITY_KINDS).optional(),
})

/** Keeps each written form where it stands, under an entity of its own, and links the two: linked, never merged. */
export async function acceptNameSuggestion(
  { db, actor, newId, now }: Desk<PrismaClient>,
  raw: z.input<typeof AcceptNameSuggestion>,
) {
  const proof = permit(actor, 'entity:link')
  const input = readInput(AcceptNameSuggestion, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const suggestion = await suggestionById(tx, input.suggestionId)
    const version = suggestion?.dispatchVersionId ? await textToRead(tx, suggestion.dispatchVersionId) : null
    if (!suggestion || !version || suggestion.value.kind !== 'name') throw new Fault('not_found', 'suggested name')
    const { surfaces, authority, why, ...proposed } = suggestion.value
    const relation = input.relation ?? proposed.relation
    const kind = input.kind ?? kindOfRule(suggestion.rule)
    const text = new CodePoints(version.text)

    const entities: string[] = []
    for (const { text: form, spans } of surfaces) {
      let entityId = await entityNamed(tx, form)
      if (entityId === null) {
        entityId = newId()
        const slug = await freeSlug(tx, 'entities', slugOf(form))
        const unknown = { wikidataId: null, geonamesId: null, latitude: null, longitude: null, isGeneric: false }
        await insertEntity(tx, proof, { id: entityId, slug, kind, labelFr: form, labelEn: form, ...unknown })
        await appendAudit(tx, proof.by, { action: 'entity.added', entity: 'entity', id: entityId, payload: {} })
      }
      const kept = await namePlaces(tx, proof, entityId, version.id)
      for (const span of spans) {
        if (kept.some(({ start, end }) => start === span.start && end === span.end)) continue
        const quote = quoteAt(text, span)
        const anchorId = newId()
        await insertAnchor(tx, proof, anchorId, version.id, span, quote)
        const { language, dispatch } = version
        await insertName(tx, proof, {
          id: newId(),
          entityId,
          form: quote.exact,
          language,
          writerId: dispatch.publisherId,
          anchorId,
        })
      }
      entities.push(entityId)
    }
    const [fromId = '', toId = ''] = entities
    const linked = fromId === toId ? null : await linkBetween(tx, fromId, toId)
    let made = { kind: 'entity' as 'entity' | 'entity_link', id: fromId }
    // Names of one entity, or a decision that is in force already: the places are kept, nothing is decided a second time.
    if (fromId !== toId && !linked) {
      made = { kind: 'entity_link', id: newId() }
      const link = { fromId, toId, relation, authority, reasonFr: why.fr, reasonEn: why.en }
      await insertEntityLink(tx, proof, { id: made.id, ...link })
      await appendAudit(tx, proof.by, {
        action: 'entity.linked',
        entity: 'entity_link',
        id: made.id,
        payload: { from: fromId, to: toId, relation },
      })
    }
    const status = relation === proposed.relation ? 'accepted' : 'edited'
    const isOurs = await decideSuggestion(tx, proof, {
      id: suggestion.id,
      version: input.version,
      at: now,
      status,
      made,
    })
    if (!isOurs) throw decidedFault(await suggestionById(tx, suggestion.id))
    await appendAudit(tx, proof.by, {
      action: 'suggestion.accepted',
      entity: 'suggestion',
      id: suggestion.id,
      payload: { kind: 'name', status, made: made.id },
    })
    const undo: Undo = { verb: 'take_back_suggestion', suggestionId: suggestion.id, version: input.version + 1 }
    return { status, made, undo }
  })
}

/** A gazetteer lists places; what has an acronym is mostly a group. A person says so when it is something else. */
const kindOfRule = (rule: string) => (rule === 'acronym' ? ('group' as const) : ('place' as const))

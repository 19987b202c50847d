import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { conflictIds, evidenceIds, occurrenceIdsByClaim, sampleIds, statementIds } from '@/lib/data/sample-lookup'
import { signerByEmail } from '@/lib/data/users'
import type { AddClaim } from '@/lib/domain/claim-input'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Actor } from '@/lib/domain/permission'
import { CodePoints, quoteAt } from '@/lib/domain/quote'
import { addClaim } from '@/lib/services/add-claim'
import { addDispatch } from '@/lib/services/add-dispatch'
import { addEntity } from '@/lib/services/add-entity'
import { addEvent } from '@/lib/services/add-event'
import { addEvidence } from '@/lib/services/add-evidence'
import { addName } from '@/lib/services/add-name'
import { addSource } from '@/lib/services/add-source'
import { changeConflict } from '@/lib/services/change-conflict'
import { linkEntities } from '@/lib/services/link-entities'
import { markConflict } from '@/lib/services/mark-conflict'
import { publishReading } from '@/lib/services/publish-reading'
import { relateClaims } from '@/lib/services/relate-claims'
import { resolveConflict } from '@/lib/services/resolve-conflict'
import { scriptDesk } from '@/lib/web/script-desk'
import { loadVerdicts } from './load-verdicts'
import type { InBoth, Sample, SampleDate } from './mali-2013/shape'
import { statementsOf } from './mali-2013/statements'
import { SAMPLE_PEOPLE } from './people'

const noted = (text: InBoth | null) => ({ noteFr: text?.fr ?? null, noteEn: text?.en ?? null })
const when = (date: SampleDate | null) => (date ? { words: date.words, edtf: date.edtf, basis: date.basis } : undefined)

/** Tells how far the loading is. */
export type Progress = (done: number, total: number, what: string) => void

/** The people who sign the sample, by key, as actors. */
async function signers(): Promise<Map<string, Actor>> {
  const { db, newId } = await scriptDesk(null)
  const actors = new Map<string, Actor>()
  for (const { key, ...person } of SAMPLE_PEOPLE) {
    const { id, role } = await signerByEmail(db, { id: newId(), ...person })
    actors.set(key, { id: asId<UserId>(id), role, isSourceKeeper: false })
  }
  return actors
}

/**
 * Loads one sample. What is already there, by slug, is kept: the loading may be stopped anywhere and run again. It stops at
 * the first quotation that is not, letter for letter, the text at its place.
 */
export async function loadSample(sample: Sample, progress: Progress): Promise<void> {
  const actors = await signers()
  const actorOf = (key: string): Actor => actors.get(key) ?? fail(`nobody signs as ${key}`)
  const desk = await scriptDesk(actorOf('redaction'))
  const { db } = desk
  const total = sample.claims.length + sample.conflicts.length + sample.evidence.length + sample.verdicts.length

  let known = await sampleIds(db)
  for (const source of sample.sources)
    if (!known.sources.has(source.key))
      await addSource(desk, {
        slug: source.key,
        name: source.name,
        kind: source.kind,
        isNamed: source.isNamed,
        affiliation: source.affiliation,
        roleWords: source.roleWords,
        language: source.language,
        url: source.url,
        ...noted(source.note),
      })
  for (const entity of sample.entities)
    if (!known.entities.has(entity.key))
      await addEntity(desk, {
        slug: entity.key,
        kind: entity.kind,
        labelFr: entity.label.fr,
        labelEn: entity.label.en,
        wikidataId: entity.wikidata,
        geonamesId: entity.geonames,
        latitude: entity.latitude,
        longitude: entity.longitude,
        isGeneric: entity.isGeneric,
      })
  known = await sampleIds(db)
  for (const event of sample.events)
    if (!known.events.has(event.slug))
      await addEvent(desk, {
        slug: event.slug,
        titleFr: event.title.fr,
        titleEn: event.title.en,
        when: when(event.time),
        placeId: event.place && idOf(known.entities, event.place),
        ...(known.refs.has(event.key) ? {} : { ref: event.key }),
      })

  const text = readFileSync(join(process.cwd(), 'seeds/mali-2013', sample.dispatch.file), 'utf8')
  if (!known.dispatches.has(sample.dispatch.slug))
    await addDispatch(desk, {
      slug: sample.dispatch.slug,
      title: sample.dispatch.title,
      text,
      language: sample.dispatch.language,
      url: sample.dispatch.url,
      publisherId: idOf(known.sources, sample.dispatch.publisher),
      published: when(sample.dispatch.published),
      boilerplate: sample.dispatch.boilerplate.map(({ text: words, at }) => ({
        start: at,
        end: at + Array.from(words).length,
      })),
    })
  known = await sampleIds(db)
  const dispatch = known.dispatches.get(sample.dispatch.slug) ?? fail('the dispatch was not loaded')

  const points = new CodePoints(text)
  for (const entity of sample.entities)
    for (const name of entity.names) {
      const entityId = idOf(known.entities, entity.key)
      if (!known.names.has(`${entityId} ${name.at}`))
        await addName(desk, {
          entityId,
          form: name.form,
          writerId: idOf(known.sources, name.writer),
          dispatchVersionId: dispatch.versionId,
          start: name.at,
        })
    }
  for (const link of sample.links) {
    const [fromId, toId] = [idOf(known.entities, link.from), idOf(known.entities, link.to)]
    if (!known.links.has(`${fromId} ${toId}`))
      await linkEntities(desk, {
        fromId,
        toId,
        relation: link.relation,
        authority: link.authority,
        reasonFr: link.reason.fr,
        reasonEn: link.reason.en,
      })
  }

  let done = 0
  const eventIdOf = (key: string): string =>
    idOf(known.events, sample.events.find((event) => event.key === key)?.slug ?? key)
  // Statements about another event than the claim's own are made by the conflict that reads them there.
  const statements = statementsOf(sample)
  for (const claim of sample.claims) {
    done++
    if (known.claims.has(claim.slug)) continue
    const quote = quoteAt(points, { start: claim.at, end: claim.at + Array.from(claim.says).length })
    if (quote.exact !== claim.says)
      fail(`${claim.ref}: « ${claim.says} » is not the text at ${claim.at}, which reads « ${quote.exact} »`)
    const input: z.input<typeof AddClaim> = {
      dispatchVersionId: dispatch.versionId,
      slug: claim.slug,
      ...(known.refs.has(claim.ref) ? {} : { ref: claim.ref }),
      quote: { exact: claim.says, start: claim.at },
      statementFr: claim.fr,
      statementEn: claim.en,
      isCheckable: claim.checkable,
      eventId: eventIdOf(claim.event),
      kind: claim.kind,
      quoteScopes: [...claim.scopes],
      modality: claim.modality,
      modalityNote: claim.modalityNote,
      ...(claim.when ? { when: { ...when(claim.when), note: claim.when.note } } : {}),
      placeWords: claim.where?.words ?? null,
      placeId: claim.where?.entity ? idOf(known.entities, claim.where.entity) : null,
      actors: [...claim.actors],
      chain: claim.chain.map(({ source, ...hop }) => ({ ...hop, sourceId: idOf(known.sources, source) })),
      statements: statements
        .filter((it) => it.claim === claim.ref && it.event === claim.event)
        .map(({ property, value, words }) => ({ property, value, words })),
    }
    await addClaim(desk, input)
    progress(done, total, `claim ${claim.ref}`)
  }
  known = await sampleIds(db)
  const claimIdOf = (ref: string): string =>
    idOf(known.claims, sample.claims.find((claim) => claim.ref === ref)?.slug ?? ref)

  for (const relation of sample.relations) {
    const [fromId, toId] = [claimIdOf(relation.from), claimIdOf(relation.to)]
    if (!known.relations.has(`${fromId} ${toId}`))
      await relateClaims(desk, { kind: relation.kind, fromId, toId, ...noted(relation.note) })
  }

  const occurrences = await occurrenceIdsByClaim(db)
  for (const conflict of sample.conflicts) {
    done++
    if (known.conflicts.has(conflict.slug)) continue
    const existing = await statementIds(db, conflict.property)
    await markConflict(desk, {
      slug: conflict.slug,
      ...(known.refs.has(conflict.ref) ? {} : { ref: conflict.ref }),
      eventId: eventIdOf(conflict.event),
      property: conflict.property,
      type: conflict.type,
      class: conflict.class,
      severity: conflict.severity,
      titleFr: conflict.title.fr,
      titleEn: conflict.title.en,
      explanationFr: conflict.explanation.fr,
      explanationEn: conflict.explanation.en,
      positions: conflict.positions.map((position) => {
        const held = Object.keys(position.claims).map((ref) => {
          const occurrenceId = occurrences.get(claimIdOf(ref)) ?? fail(`${ref} has no occurrence`)
          const said =
            statements.find((it) => it.claim === ref && it.property === conflict.property) ??
            fail(`${ref} says nothing about ${conflict.property}`)
          return {
            statementId: existing.get(occurrenceId),
            occurrenceId,
            value: said.value,
            words: said.words,
            eventId: eventIdOf(said.event),
          }
        })
        return {
          value: position.value,
          isGeneral: position.general ?? false,
          statementIds: held.flatMap(({ statementId }) => (statementId ? [statementId] : [])),
          newStatements: held.flatMap(({ statementId, ...made }) => (statementId ? [] : [made])),
        }
      }),
    })
    progress(done, total, `conflict ${conflict.ref}`)
  }

  known = await sampleIds(db)
  const conflictIdOf = (ref: string): string =>
    idOf(known.conflicts, sample.conflicts.find((conflict) => conflict.ref === ref)?.slug ?? ref)
  const evidence = await evidenceIds(db)
  for (const piece of sample.evidence) {
    done++
    if (evidence.has(piece.slug)) continue
    await addEvidence(desk, {
      slug: piece.slug,
      ...(known.refs.has(piece.ref) ? {} : { ref: piece.ref }),
      url: piece.url,
      title: piece.title,
      excerpt: piece.excerpt,
      language: piece.language,
      ...noted(piece.note),
      accessedAt: piece.accessedAt,
      archivedUrl: piece.archivedUrl,
      links: piece.bears.map((bearing) => ({
        claimId: 'claim' in bearing ? claimIdOf(bearing.claim) : null,
        conflictId: 'conflict' in bearing ? conflictIdOf(bearing.conflict) : null,
        positionId: null,
        stance: bearing.stance,
        ...noted(bearing.note),
      })),
    })
    progress(done, total, `evidence ${piece.ref}`)
  }

  await publishReading(await scriptDesk(actorOf('relecture')), { dispatchId: dispatch.id })
  const states = await conflictIds(db)
  for (const decision of sample.decisions) {
    const conflict =
      states.get(sample.conflicts.find(({ ref }) => ref === decision.conflict)?.slug ?? '') ??
      fail(`no conflict ${decision.conflict}`)
    if (conflict.status !== 'open') continue
    const its = { conflictId: conflict.id, version: conflict.version }
    if (decision.status === 'under_review') await changeConflict(desk, { ...its, status: 'under_review' })
    else
      await resolveConflict(await scriptDesk(actorOf(decision.by)), {
        ...its,
        outcome: decision.outcome,
        positionId: null,
        rationaleFr: decision.rationale.fr,
        rationaleEn: decision.rationale.en,
      })
  }
  await loadVerdicts(sample, {
    actorOf,
    claimIdOf,
    conflictIdOf,
    sourceIdOf: (key) => idOf(known.sources, key),
    progress: (i, what) => progress(done + i, total, what),
  })
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  return ids.get(key) ?? fail(`the sample names ${key}, which was not loaded`)
}
export function fail(why: string): never {
  throw new Error(why)
}

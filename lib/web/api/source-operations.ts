import 'server-only'
import { z } from 'zod'
import { AddAssessment, addAssessment } from '@/lib/services/add-assessment'
import { AddDispatch, addDispatch } from '@/lib/services/add-dispatch'
import { AddEntity, addEntity } from '@/lib/services/add-entity'
import { AddEvent, addEvent } from '@/lib/services/add-event'
import { AddEvidence, addEvidence } from '@/lib/services/add-evidence'
import { AddName, addName } from '@/lib/services/add-name'
import { AddSource, addSource } from '@/lib/services/add-source'
import { ChangeEvent, changeEvent } from '@/lib/services/change-event'
import { DiscardMade, discardMade } from '@/lib/services/discard-made'
import { EndEvidenceLinks, endEvidenceLinks } from '@/lib/services/end-evidence-links'
import { LinkEntities, linkEntities } from '@/lib/services/link-entities'
import { LinkEvidence, linkEvidence } from '@/lib/services/link-evidence'
import { PublishReading, publishReading } from '@/lib/services/publish-reading'
import { RelinkEntities, relinkEntities } from '@/lib/services/relink-entities'
import { UnlinkEntities, unlinkEntities } from '@/lib/services/unlink-entities'
import { at, Changed, ID, ID_2, made, Nothing, type Operation, undoable, verb } from './operation'

/** A million letters, each at most six bytes once escaped, and the rest. */
const DISPATCH_BYTES = 6_500_000
const placed = { ...made, slug: z.string() }

/** What was just made, by whoever made it, while nothing stands on it. */
const discard = (kind: 'dispatch' | 'event' | 'source', guards: 'dispatches' | 'events' | 'sources'): Operation =>
  verb({
    id: `discard${kind[0]?.toUpperCase()}${kind.slice(1)}`,
    method: 'DELETE',
    path: `/${guards}/{id}`,
    tag: guards,
    summary: `Take the ${kind} back that you have just added, while nothing stands on it.`,
    service: 'discard-made',
    input: DiscardMade.omit({ kind: true }),
    guards,
    guardField: 'id',
    answer: Nothing,
    example: { id: ID },
    run: (desk, input) => discardMade(desk, { ...input, kind }),
  })

export const SOURCE_OPERATIONS: Operation[] = [
  verb({
    id: 'addDispatch',
    path: '/dispatches',
    tag: 'dispatches',
    summary: 'Take a dispatch in, letter for letter.',
    input: AddDispatch,
    answer: undoable({ ...placed, versionId: z.guid() }),
    place: at('dispatches'),
    limit: DISPATCH_BYTES,
    example: { title: 'Mali : combats à Konna', text: 'Les islamistes ont pris Konna.', language: 'fr' },
    run: addDispatch,
  }),
  verb({
    id: 'publishReading',
    path: '/dispatches/{dispatchId}/publication',
    tag: 'dispatches',
    summary: 'Open a whole reading to the public: the text, its claims, their conflicts and evidence.',
    scope: 'publish',
    input: PublishReading,
    answer: z.object({ claims: z.int(), conflicts: z.int() }),
    example: { dispatchId: ID },
    run: publishReading,
  }),
  discard('dispatch', 'dispatches'),
  verb({
    id: 'addEvent',
    path: '/events',
    tag: 'events',
    summary: 'Add an event that claims are about.',
    input: AddEvent,
    answer: undoable(placed),
    place: at('events'),
    example: {
      titleFr: 'La prise de Konna',
      titleEn: 'The capture of Konna',
      when: { words: 'jeudi', edtf: '2013-01-10', basis: 'inferred' },
    },
    run: addEvent,
  }),
  verb({
    id: 'changeEvent',
    method: 'PUT',
    path: '/events/{eventId}',
    tag: 'events',
    summary: 'Change the titles, the time and the place of an event.',
    input: ChangeEvent,
    guards: 'events',
    answer: Changed,
    example: {
      eventId: ID,
      titleFr: 'La prise de Konna',
      titleEn: 'The capture of Konna',
      when: { edtf: '2013-01-10', basis: 'stated' },
    },
    run: changeEvent,
  }),
  discard('event', 'events'),
  verb({
    id: 'addSource',
    path: '/sources',
    tag: 'sources',
    summary: 'Add who may be cited.',
    input: AddSource,
    answer: undoable(placed),
    place: at('sources'),
    example: { name: 'AFP', kind: 'agency' },
    run: addSource,
  }),
  verb({
    id: 'addAssessment',
    path: '/sources/{sourceId}/assessments',
    tag: 'sources',
    summary: 'Judge a source by the Admiralty code; each of the two fields may stay unset.',
    input: AddAssessment,
    answer: z.object(made),
    status: 201,
    example: { sourceId: ID, reliability: 'B', credibility: '2', rationale: 'Souvent confirmée.' },
    run: addAssessment,
  }),
  discard('source', 'sources'),
  verb({
    id: 'addEvidence',
    path: '/evidence',
    tag: 'evidence',
    summary: 'Add a piece of evidence and what it bears on.',
    input: AddEvidence,
    answer: undoable({ ...placed, ref: z.string() }),
    place: at('evidence'),
    example: { url: 'https://example.org/report', title: 'A report', links: [{ claimId: ID, stance: 'supports' }] },
    run: addEvidence,
  }),
  verb({
    id: 'linkEvidence',
    path: '/evidence/{evidenceId}/links',
    tag: 'evidence',
    summary: 'Let a piece of evidence bear on one more claim, conflict or position.',
    input: LinkEvidence,
    answer: undoable(made),
    status: 201,
    example: { evidenceId: ID, claimId: ID_2, stance: 'context' },
    run: linkEvidence,
  }),
  verb({
    id: 'endEvidenceLinks',
    path: '/evidence/{evidenceId}/links/ending',
    tag: 'evidence',
    summary: 'Say that a piece of evidence no longer bears on these; the links stay in the record.',
    input: EndEvidenceLinks,
    answer: Nothing,
    example: { evidenceId: ID, linkIds: [ID_2] },
    run: endEvidenceLinks,
  }),
  verb({
    id: 'addEntity',
    path: '/entities',
    tag: 'names',
    summary: 'Add a place, a person or a group.',
    input: AddEntity,
    answer: z.object(placed),
    status: 201,
    example: { kind: 'place', labelFr: 'Konna', labelEn: 'Konna' },
    run: addEntity,
  }),
  verb({
    id: 'addName',
    path: '/names',
    tag: 'names',
    summary: 'Add a form of a name, where a dispatch writes it.',
    input: AddName,
    answer: z.object(made),
    status: 201,
    example: { entityId: ID, form: 'Kona', dispatchVersionId: ID_2, start: 27 },
    run: addName,
  }),
  verb({
    id: 'linkEntities',
    path: '/entity-links',
    tag: 'names',
    summary: 'Decide that two entities are the same, may be, or are not.',
    input: LinkEntities,
    answer: undoable(made),
    status: 201,
    example: { fromId: ID, toId: ID_2, relation: 'same', authority: 'GeoNames 2454857' },
    run: linkEntities,
  }),
  verb({
    id: 'unlinkEntities',
    path: '/entity-links/{linkId}/ending',
    tag: 'names',
    summary: 'End a decision about two entities, with the reason.',
    input: UnlinkEntities,
    answer: undoable({}),
    example: { linkId: ID, reason: 'Deux villages.' },
    run: unlinkEntities,
  }),
  verb({
    id: 'relinkEntities',
    path: '/entity-links/{linkId}/return',
    tag: 'names',
    summary: 'Make an ended decision about two entities again.',
    input: RelinkEntities,
    answer: z.object(made),
    example: { linkId: ID },
    run: relinkEntities,
  }),
]

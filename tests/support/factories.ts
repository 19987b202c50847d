import { randomUUID } from 'node:crypto'
import { deskDb } from '@/lib/data/db'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Actor, Role } from '@/lib/domain/permission'
import { addClaim } from '@/lib/services/add-claim'
import { addDispatch } from '@/lib/services/add-dispatch'
import { addEvent } from '@/lib/services/add-event'
import { addEvidence } from '@/lib/services/add-evidence'
import { addSource } from '@/lib/services/add-source'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { markConflict } from '@/lib/services/mark-conflict'
import { publishVerdict } from '@/lib/services/publish-verdict'
import { readVerdict } from '@/lib/services/read-verdict'
import { submitVerdict } from '@/lib/services/submit-verdict'
import { press } from '@/lib/web/press'
import { scriptDesk } from '@/lib/web/script-desk'

/** Every factory builds its own parents and takes overrides; ids come back, rows are read by whoever needs them. */
export const TEXT = 'Les islamistes ont pris Kona 😀 jeudi.\nSelon le Figaro, ils ont pris Konna.'

type Person = NonNullable<Actor>

export async function aPerson({ role = 'reviewer' as Role, isSourceKeeper = false } = {}): Promise<Person> {
  const id = (await scriptDesk(null)).newId()
  const email = `${randomUUID()}@example.org`
  // Nobody signs in as this person: no password.
  await deskDb().user.create({ data: { id, email, name: 'Awa Traoré', role, isSourceKeeper, locale: 'fr' } })
  return { id: asId<UserId>(id), role, isSourceKeeper }
}

export const deskOf = (actor: Actor) => scriptDesk(actor)
const deskAs = async (role: Role) => deskOf(await aPerson({ role }))

/** A dispatch nobody has taken in yet: the same words, under a first line of their own. */
export async function aDispatch(more: { title?: string; text?: string } = {}) {
  const desk = await deskAs('reviewer')
  const text = more.text ?? `${TEXT}\n${randomUUID()}`
  return { ...(await addDispatch(desk, { title: more.title ?? 'Une dépêche', text })), text }
}

export const aSource = async (more: Partial<Parameters<typeof addSource>[1]> = {}) =>
  addSource(await deskAs('reviewer'), { name: 'Le Journal', kind: 'outlet', ...more })

export const anEvent = async (more: Partial<Parameters<typeof addEvent>[1]> = {}) =>
  addEvent(await deskAs('reviewer'), { titleFr: 'La prise', titleEn: 'The capture', ...more })

type ClaimInput = Parameters<typeof addClaim>[1]
export async function aClaim(more: Partial<ClaimInput> = {}) {
  const dispatchVersionId = more.dispatchVersionId ?? (await aDispatch()).versionId
  const eventId = more.eventId ?? (await anEvent()).id
  const chain = more.chain ?? [{ sourceId: (await aSource()).id, role: 'outlet' as const }]
  const claim = await addClaim(await deskAs('reviewer'), {
    quote: { exact: 'ont pris Konna' },
    statementFr: 'Ils ont pris la ville.',
    kind: 'narration',
    statements: [{ property: 'place_spelling', value: 'Konna' }],
    ...more,
    dispatchVersionId,
    eventId,
    chain,
  })
  const statements = await deskDb().statement.findMany({
    where: { occurrenceId: claim.occurrenceId },
    orderBy: { id: 'asc' },
  })
  return { ...claim, dispatchVersionId, eventId, chain, statementIds: statements.map(({ id }) => id) }
}

/** Two claims of one dispatch that spell the town in two ways, and the conflict between them. */
export async function aConflict(more: Partial<Parameters<typeof markConflict>[1]> = {}) {
  const first = await aClaim({
    quote: { exact: 'ont pris Kona' },
    statements: [{ property: 'place_spelling', value: 'Kona' }],
  })
  const { dispatchVersionId, eventId, chain } = first
  const second = await aClaim({ dispatchVersionId, eventId, chain })
  const conflict = await markConflict(await deskAs('reviewer'), {
    eventId,
    property: 'place_spelling',
    type: 'name_spelling',
    class: 'variant',
    titleFr: 'Kona ou Konna ?',
    titleEn: 'Kona or Konna?',
    positions: [first, second].map(({ statementIds }, i) => ({ value: ['Kona', 'Konna'][i] ?? '', statementIds })),
    ...more,
  })
  return { ...conflict, eventId, claims: [first, second] as const }
}

export const someEvidence = async (claimId: string, more: Partial<Parameters<typeof addEvidence>[1]> = {}) =>
  addEvidence(await deskAs('reviewer'), {
    url: 'https://example.org/piece',
    title: 'Une pièce',
    links: [{ claimId, stance: 'supports' }],
    ...more,
  })

/** A verdict read by somebody else, ready to be published at the version that comes with it. */
export async function aReadVerdict(claimId: string, more: { noEvidenceReasonFr?: string | null } = {}) {
  const [author, reader] = [await aPerson(), await aPerson({ role: 'editor' })]
  const { noEvidenceReasonFr = 'Aucune pièce publique.' } = more
  const words = { ratingCode: 'disputed' as const, summaryFr: 'Personne ne tranche.', summaryEn: 'Nobody settles it.' }
  const { id } = await draftVerdict(await deskOf(author), { claimId, ...words, noEvidenceReasonFr })
  await submitVerdict(await deskOf(author), { verdictId: id, version: 1 })
  await readVerdict(await deskOf(reader), { verdictId: id, version: 2, decision: 'approved', ratingCode: 'disputed' })
  return { id, version: 3, author, reader }
}

/** A claim with a published verdict: everything it stands on is open to strangers. */
export async function aPublishedClaim(more: Partial<ClaimInput> = {}) {
  const claim = await aClaim(more)
  const verdict = await aReadVerdict(claim.id)
  await publishVerdict(await deskOf(verdict.reader), { verdictId: verdict.id, version: verdict.version }, press)
  return { ...claim, verdict }
}

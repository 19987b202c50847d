import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HomeRecord } from '@/lib/domain/home'
import type { PropertyCode } from '@/lib/domain/property'
import { isPropertyCode } from '@/lib/domain/property'
import type {
  ClaimBrief,
  ClaimRecord,
  ConflictRecord,
  DispatchBrief,
  DispatchRecord,
  EventBrief,
  EventRecord,
  EvidenceView,
  HopView,
  OccurrenceView,
  StatementView,
} from '@/lib/domain/record'
import type { SourceRecord } from '@/lib/domain/source-record'
import { slugOf } from '@/lib/domain/text'
import { readVagueDate, UNKNOWN_DATE, type VagueDate } from '@/lib/domain/vague-date'
import type {
  ConflictClass,
  ConflictType,
  HopRole,
  Language,
  Modality,
  QuoteScope,
  SourceKind,
} from '@/lib/domain/vocabulary'
import type { DocumentContext } from '@/lib/present/context'

/** Where the documents of the tests stand. */
export const contextIn = (lang: Language): DocumentContext => ({
  lang,
  baseUrl: 'https://recoupe.example',
  stylesheet: '/assets/recoupe.css?v=00000000',
  newsroom: 'Recoupe',
})

/** The sample dispatch and a reading of it, as records: what a loader would return, with invented verdicts. */
const here = join(process.cwd(), 'tests/unit/present/fixtures')
export const text = readFileSync(join(process.cwd(), 'seeds/mali-2013/dispatch.fr.txt'), 'utf8')
type Raw = {
  sources: { id: string; name: string; kind: string; named: boolean; affiliation?: string; role_text?: string }[]
  events: { id: string; title_fr: string; title_en: string }[]
  claims: {
    id: string
    quote: string
    start: number
    end: number
    statement_fr: string
    statement_en: string
    sources: { source_id: string; source: string; role: string; medium?: string; scope?: string }[]
    kind: string
    quote_scope?: string
    modality: string
    event: string | null
    event_date: string | null
    event_date_text: string | null
    event_date_basis: string | null
    actors: string[]
    attributes: Record<string, string | null>
    checkable: boolean
  }[]
  conflicts: {
    id: string
    type: string
    class: string
    severity: 'low' | 'medium' | 'high'
    attribute: string
    values: { claim: string; value: string }[]
    explanation: string
    explanation_fr: string
  }[]
  external_evidence: { id: string; url: string; excerpt: string; bears_on: string[]; direction: string; note: string }[]
}
const raw = JSON.parse(readFileSync(join(here, 'reading.json'), 'utf8')) as Raw

const KINDS: Record<string, SourceKind> = {
  outlet: 'outlet',
  agency: 'agency',
  person: 'person',
  interpreter: 'anonymous_person',
  correspondent: 'person',
  institution: 'institution',
  witness: 'anonymous_person',
  collective: 'organisation',
  unattributed: 'unspecified',
}
const ROLES: Record<string, HopRole> = { announcer: 'speaker' }
const TYPES: Record<string, ConflictType> = { X01: 'name_spelling', X02: 'actor', X03: 'extent', X06: 'time' }
const TITLES: Record<string, [string, string]> = {
  X01: ['Kona ou Konna ?', 'Kona or Konna?'],
  X02: ['Qui a pris la ville ?', 'Who took the town?'],
  X03: ['Jusqu’où la ville est-elle tenue ?', 'How much of the town is held?'],
  X06: ['« Jeudi soir » : la prise ou l’annonce ?', '“Thursday evening”: the capture or the announcement?'],
}
const date = (words: string | null, edtf: string | null, basis: string | null): VagueDate => {
  const read = readVagueDate('date', {
    words,
    edtf,
    basis: edtf === null ? 'unknown' : basis?.startsWith('stated') ? 'stated' : 'inferred',
  })
  return 'reason' in read ? UNKNOWN_DATE : read
}

export const events: EventBrief[] = raw.events.map((event) => ({
  id: event.id,
  ref: event.id,
  slug: slugOf(event.title_fr),
  titleFr: event.title_fr,
  titleEn: event.title_en,
  date: event.id === 'E1' ? date('jeudi', '2013-01-10', 'inferred') : UNKNOWN_DATE,
}))
const eventOf = (id: string | null): EventBrief | null => events.find((event) => event.id === id) ?? null

export const dispatch: DispatchBrief = {
  id: 'D1',
  slug: 'les-islamistes-progressent-vers-le-sud',
  title: "Les islamistes progressent vers le sud, Bamako demande l'aide de Paris",
  language: 'fr',
  url: null,
  publisher: 'FRANCE 24',
  published: { ...UNKNOWN_DATE, words: null },
  isPublic: true,
  version: 1,
}

const SETTLED = new Set(['X01', 'X24', 'X25', 'X26'])
const briefOf = (conflict: Raw['conflicts'][number]) => ({
  id: conflict.id,
  ref: conflict.id,
  slug: slugOf(`${conflict.id} ${conflict.type}`),
  type: TYPES[conflict.id] ?? ('other' as ConflictType),
  class: (conflict.class.split(' ')[0] ?? 'tension') as ConflictClass,
  status: SETTLED.has(conflict.id) ? ('resolved' as const) : ('open' as const),
  property: (isPropertyCode(conflict.attribute) ? conflict.attribute : 'other') as PropertyCode,
  titleFr: TITLES[conflict.id]?.[0] ?? conflict.explanation_fr.split(/[.:?]/)[0] ?? '',
  titleEn: TITLES[conflict.id]?.[1] ?? conflict.explanation.split(/[.:?]/)[0] ?? '',
})

const VERDICTS: Record<string, ClaimBrief['verdict']> = {
  C14: { rating: 'disputed', state: 'corrected', publishedAt: '2026-03-14T09:12:07Z', n: 3, isWithdrawal: false },
  C20: { rating: 'mostly_true', state: 'published', publishedAt: '2026-03-14T08:00:00Z', n: 1, isWithdrawal: false },
  C25: {
    rating: 'missing_context',
    state: 'needs_rereview',
    publishedAt: '2026-03-13T08:00:00Z',
    n: 1,
    isWithdrawal: false,
  },
  C08: { rating: 'unproven', state: 'published', publishedAt: '2026-03-12T08:00:00Z', n: 1, isWithdrawal: false },
  C40: { rating: 'outdated', state: 'published', publishedAt: '2026-03-12T08:00:00Z', n: 1, isWithdrawal: false },
}
const claimOf = (claim: Raw['claims'][number]): ClaimBrief => ({
  id: claim.id,
  ref: claim.id,
  slug: slugOf(claim.statement_fr),
  statementFr: claim.id === 'C14' ? 'Ansar Dine contrôle Kona « presque en totalité »' : claim.statement_fr,
  statementEn: claim.id === 'C14' ? 'Ansar Dine controls Kona “almost in its entirety”' : claim.statement_en,
  isCheckable: claim.checkable,
  isPublic: true,
  workState: 'reviewed',
  version: 1,
  event: eventOf(claim.event),
  verdict: VERDICTS[claim.id] ?? null,
})
const hopOf = (hop: Raw['claims'][number]['sources'][number]): HopView => {
  const source = raw.sources.find(({ id }) => id === hop.source_id)
  return {
    sourceSlug: slugOf(hop.source),
    sourceName: hop.source.replace(/[()]/g, ''),
    isNamed: source?.named ?? false,
    role: ROLES[hop.role] ?? (hop.role as HopRole),
    verb: null,
    medium: hop.medium === 'telephone' ? 'telephone' : null,
    language: null,
    scope: hop.scope === 'ambiguous' ? 'ambiguous' : 'explicit',
    affiliation: source?.affiliation ?? null,
    roleWords: source?.role_text ?? null,
    kind: KINDS[source?.kind ?? 'unattributed'] ?? 'unspecified',
    isProtected: false,
    spokenWords: null,
    spokenBy: null,
  }
}
const scopesOf = (scope: string | undefined): QuoteScope[] => {
  if (!scope) return []
  const found: QuoteScope[] = []
  if (/full|whole/.test(scope)) found.push('whole')
  if (/partial/.test(scope)) found.push('partial')
  if (/elid/.test(scope)) found.push('elided')
  if (/translat/.test(scope)) found.push('translated')
  return found
}
const MODALITIES: Modality[] = ['asserted', 'hedged', 'intention', 'possibility', 'denied', 'reported']

export const occurrences: OccurrenceView[] = raw.claims.map((claim) => ({
  id: `O-${claim.id}`,
  version: 1,
  start: claim.start,
  end: claim.end,
  exact: claim.quote,
  prefix: '',
  suffix: '',
  kind: claim.kind === 'direct quote' ? 'direct_quote' : claim.kind.startsWith('indirect') ? 'indirect' : 'narration',
  quoteScopes: scopesOf(claim.quote_scope),
  modality: MODALITIES.find((it) => claim.modality.startsWith(it)) ?? 'asserted',
  modalityNote: null,
  date: date(claim.event_date_text, claim.event_date, claim.event_date_basis),
  placeWords: null,
  actors: claim.actors,
  chain: claim.sources.map(hopOf),
  claim: claimOf(claim),
  dispatch,
  isInParts: false,
  conflicts: raw.conflicts.filter(({ values }) => values.some((it) => it.claim === claim.id)).map(briefOf),
}))
export const occurrence = (ref: string): OccurrenceView => {
  const found = occurrences.find(({ claim }) => claim.ref === ref)
  if (!found) throw new Error(`no occurrence ${ref}`)
  return found
}

/** Positions of a conflict: one per value; the vague ones of X02 and X03 are general. */
const GENERAL = /^(les islamistes|les rebelles djihadistes|circulent à leur guise.*)$/
const ordinalsOf = (conflict: Raw['conflicts'][number]): Map<string, number> => {
  const values = conflict.values.map(({ value }) => value.replace(/ \(.*$/, ''))
  const distinct = [...new Set(values)]
  const ordered = [...distinct.filter((it) => !GENERAL.test(it)), ...distinct.filter((it) => GENERAL.test(it))]
  return new Map(ordered.map((value, i) => [value, i + 1]))
}
const wordsIn = (claim: Raw['claims'][number], value: string): string | null => {
  const plain = value.replace(/^« ?| ?»$/g, '')
  if (claim.quote.includes(plain)) return plain
  const first = plain
    .replace(/ \(.*$/, '')
    .replace(/[«»]/g, '')
    .trim()
  const at = claim.quote.toLowerCase().indexOf(first.toLowerCase())
  return first !== '' && at >= 0 ? claim.quote.slice(at, at + first.length) : null
}
export const statementsOf = (ref: string): StatementView[] => {
  const claim = raw.claims.find(({ id }) => id === ref)
  if (!claim) return []
  return Object.entries(claim.attributes)
    .filter((entry): entry is [PropertyCode, string] => isPropertyCode(entry[0]) && entry[1] !== null)
    .map(([property, value]) => ({
      id: `S-${ref}-${property}`,
      property,
      value,
      words: wordsIn(claim, value),
      rank: 'normal',
      rankReason: null,
      positions: raw.conflicts
        .filter((conflict) => conflict.attribute === property)
        .flatMap((conflict) => {
          const mine = conflict.values.find((it) => it.claim === ref)
          if (!mine) return []
          const brief = briefOf(conflict)
          const key = mine.value.replace(/ \(.*$/, '')
          return [
            {
              conflictRef: conflict.id,
              conflictSlug: brief.slug,
              class: brief.class,
              status: brief.status,
              ordinal: ordinalsOf(conflict).get(key) ?? 1,
              isGeneral: GENERAL.test(key),
            },
          ]
        }),
    }))
}

export const evidence: EvidenceView[] = raw.external_evidence.map((it) => ({
  id: it.id,
  ref: it.id,
  slug: slugOf(it.id),
  url: it.url,
  title: null,
  excerpt: it.excerpt,
  language: 'en',
  noteFr: null,
  noteEn: it.note,
  accessedAt: '2026-03-09T10:00:00Z',
  archivedUrl: `https://web.archive.org/web/20260309100000/${it.url}`,
  archivedSha256: '91c241d3e8f40b696510c02a137d98d96c5c3d42759b5f68d70394bc7c636e7e',
  stance: it.direction.startsWith('refutes') ? 'refutes' : it.direction.startsWith('supports') ? 'supports' : 'context',
  linkNoteFr: null,
  linkNoteEn: null,
}))

export const conflict = (ref: string): ConflictRecord => {
  const found = raw.conflicts.find(({ id }) => id === ref)
  if (!found) throw new Error(`no conflict ${ref}`)
  const brief = briefOf(found)
  const event = eventOf('E1')
  if (!event) throw new Error('no event E1')
  return {
    ...brief,
    version: 1,
    severity: found.severity,
    event,
    explanationFr: found.explanation_fr,
    explanationEn: found.explanation,
    positions: [...ordinalsOf(found)].map(([value, ordinal]) => ({
      id: `${ref}-${ordinal}`,
      ordinal,
      value,
      isGeneral: GENERAL.test(value),
      statements: found.values
        .filter((it) => it.value.replace(/ \(.*$/, '') === value)
        .map((it) => {
          const claim = raw.claims.find(({ id }) => id === it.claim)
          return {
            id: `S-${it.claim}-${found.attribute}`,
            value: it.value,
            words: claim ? wordsIn(claim, it.value) : null,
            occurrence: occurrence(it.claim),
          }
        }),
    })),
    resolutions:
      brief.status === 'resolved'
        ? [
            {
              n: 1,
              outcome: 'same_entity',
              positionOrdinal: null,
              rationaleFr:
                'Même région, même événement, même soir : une variante graphique, pas deux villes. Chaque texte garde sa graphie.',
              rationaleEn:
                'Same region, same event, same evening: a spelling variant, not two towns. Each text keeps its own spelling.',
              at: '2026-03-11T15:00:00Z',
              by: null,
            },
          ]
        : [],
    evidence: evidence.filter((_, i) => raw.external_evidence[i]?.bears_on.includes(ref)),
    updatedAt: '2026-03-14T09:00:00Z',
    isPublic: true,
    dependentVerdicts: [
      { claimRef: 'C14', claimSlug: occurrence('C14').claim.slug, rating: 'disputed', state: 'corrected' },
    ],
  }
}

const paragraphOf = ({ start, end }: { start: number; end: number }): { text: string; start: number } => {
  const from = text.lastIndexOf('\n', start) + 1
  const to = text.indexOf('\n', end)
  return { text: text.slice(from, to < 0 ? text.length : to), start: from }
}
const withParagraph = (it: OccurrenceView): ClaimRecord['occurrences'][number] => ({
  ...it,
  paragraph: paragraphOf(it),
  statements: statementsOf(it.claim.ref),
})

const others = raw.claims
  .filter(({ event, id }) => event === 'E1' && id !== 'C14')
  .map(({ id }) => ({ occurrence: occurrence(id), statements: statementsOf(id) }))

const sha = (seed: string): string => Buffer.from(seed.padEnd(32, '.')).toString('hex')
const version = (n: number, publishedAt: string): ClaimRecord['versions'][number] => ({
  n,
  isWithdrawal: false,
  rating: n === 1 ? 'mostly_true' : 'disputed',
  summaryFr:
    'La ville est prise : un correspondant et un habitant le disent aussi. Mais par qui, et jusqu’où ? Ansar Dine dit « nous » et « presque en totalité ». Un autre passage de la même dépêche donne la ville à Aqmi et au MUJAO, sans réserve. Hors d’Ansar Dine, personne ne confirme ni le groupe ni l’étendue.',
  summaryEn:
    'The town is taken: a correspondent and a resident say so too. But by whom, and how far? Ansar Dine says “we” and “almost in its entirety”. Another passage of the same dispatch gives the town to AQIM and MUJAO, without reservation. Apart from Ansar Dine, nobody confirms the group or the extent.',
  rationaleFr:
    'Deux passages de la même dépêche ne peuvent être vrais ensemble sans une opération commune que le texte ne dit pas.\n\nLe correspondant confirme la prise, pas le groupe ni l’étendue.',
  rationaleEn:
    'Two passages of the same dispatch cannot both be true without a joint operation the text does not state.\n\nThe correspondent confirms the capture, neither the group nor the extent.',
  wouldChangeFr:
    '- L’enregistrement ou la dépêche complète de l’AFP : qui est « nous » ?\n- L’article du Figaro : où s’arrête ce qui lui est attribué ?\n- Un second témoin à Kona qui nomme le groupe.',
  wouldChangeEn:
    '- The recording or the whole AFP dispatch: who is “we”?\n- The article in Le Figaro: where does what is given to it stop?\n- A second witness in Kona who names the group.',
  noEvidenceReasonFr: null,
  noEvidenceReasonEn: null,
  methodologyVersion: 1,
  isSelfPublished: false,
  isBlind: true,
  publishedAt,
  documents:
    n === 3
      ? []
      : [
          { language: 'fr', sha256: sha(`fr${n}`) },
          { language: 'en', sha256: sha(`en${n}`) },
        ],
  correction:
    n === 1
      ? null
      : n === 2
        ? {
            severity: 'verdict_change',
            whatWasWrongFr: 'Le conflit X02 a été rouvert.',
            whatWasWrongEn: 'Conflict X02 was reopened.',
            before: 'Plutôt vrai',
            after: 'Contesté',
            at: publishedAt,
          }
        : {
            severity: 'correction',
            whatWasWrongFr: 'Le correspondant ne confirme pas tout.',
            whatWasWrongEn: 'The correspondent does not confirm everything.',
            before: 'confirmé par le correspondant de FRANCE 24',
            after: 'le correspondant confirme la prise, ni le groupe ni l’étendue',
            at: publishedAt,
          },
})

/** The fullest verdict: three versions, two corrections, three conflicts, five pieces of evidence, twenty other voices. */
export const claim: ClaimRecord = {
  ...occurrence('C14').claim,
  occurrences: [withParagraph(occurrence('C14'))],
  conflicts: ['X02', 'X03', 'X13', 'X25'].map(conflict),
  evidence,
  relations: [
    { kind: 'part_of', direction: 'from', noteFr: null, noteEn: null, claim: occurrence('C13').claim },
    { kind: 'supports', direction: 'to', noteFr: null, noteEn: null, claim: occurrence('C20').claim },
  ],
  versions: [
    version(3, '2026-03-14T09:12:07Z'),
    version(2, '2026-03-12T09:00:00Z'),
    version(1, '2026-03-11T09:00:00Z'),
  ],
  others,
  updatedAt: '2026-03-14T09:12:07Z',
}

export const dispatchRecord: DispatchRecord = {
  ...dispatch,
  text,
  part: { n: 1, of: 1 },
  length: text.length,
  total: occurrences.length,
  next: null,
  sha256: '803d3104be16526af26b4e8f4fd0501c963fe6679cb844b024438d0221825884',
  n: 1,
  versionId: 'V1',
  boilerplate: [{ start: 0, end: 4 }],
  retrievedAt: '2026-03-01T10:00:00Z',
  occurrences,
  sources: raw.sources.length,
  conflicts: raw.conflicts.map(briefOf),
  events,
}

const eventRows = raw.claims
  .filter(({ event }) => event === 'E1')
  .map(({ id }) => ({ occurrence: occurrence(id), statements: statementsOf(id) }))
const spoken = new Set(eventRows.flatMap(({ statements }) => statements.map(({ property }) => property)))
const brief = eventOf('E1')
if (!brief) throw new Error('no event E1')
export const eventRecord: EventRecord = {
  ...brief,
  total: eventRows.length,
  conflictsTotal: 8,
  version: 1,
  place: {
    id: 'P1',
    slug: 'konna',
    kind: 'place',
    labelFr: 'Konna',
    labelEn: 'Konna',
    wikidataId: null,
    geonamesId: null,
    latitude: null,
    longitude: null,
    isGeneric: false,
    names: [
      { form: 'Kona', language: 'fr', writer: 'FRANCE 24', times: 6 },
      { form: 'Konna', language: 'fr', writer: 'FRANCE 24', times: 1 },
    ],
    links: [],
  },
  parent: eventOf('E0'),
  parts: [],
  places: [
    { slug: 'kona', labelFr: 'Kona', labelEn: 'Kona', latitude: 14.943, longitude: -3.895, geonamesId: 2454857 },
    { slug: 'sevare', labelFr: 'Sévaré', labelEn: 'Sévaré', latitude: 14.527, longitude: -4.093, geonamesId: 2451285 },
  ],
  properties: [...spoken],
  rows: eventRows,
  conflicts: ['X01', 'X02', 'X03', 'X06', 'X11', 'X12', 'X13', 'X25'].map(conflict),
  isPublic: true,
}

export const home: HomeRecord = {
  verdicts: Object.keys(VERDICTS).map((ref) => ({
    versionId: ref,
    claim: occurrence(ref).claim,
    occurrence: occurrence(ref),
    summaryFr: 'La ville est prise ; par qui, et jusqu’où, n’est pas établi.',
    summaryEn: 'The town is taken; who took it, and how much of it, is not established.',
  })),
  openConflicts: ['X02', 'X06', 'X08'].map(conflict),
  dispatches: [{ ...dispatch, claims: occurrences.length, conflicts: raw.conflicts.length }],
  events,
  corrections: [
    {
      claim: occurrence('C14').claim,
      severity: 'verdict_change',
      whatWasWrongFr: 'Le conflit X02 a été rouvert.',
      whatWasWrongEn: 'Conflict X02 was reopened.',
      at: '2026-03-12T09:00:00Z',
      before: 'Plutôt vrai',
      after: 'Contesté',
    },
  ],
  counts: { dispatches: 1, claims: 49, sources: 12, conflicts: 28, verdicts: 5 },
}
export const emptyHome: HomeRecord = {
  verdicts: [],
  openConflicts: [],
  dispatches: [],
  events: [],
  corrections: [],
  counts: { dispatches: 0, claims: 0, sources: 0, conflicts: 0, verdicts: 0 },
}

const said = occurrences.filter(({ chain }) => chain.some(({ sourceSlug }) => sourceSlug === 'abdou-dardar'))
export const source: SourceRecord = {
  total: said.length,
  id: 'S03',
  slug: 'abdou-dardar',
  name: 'Abdou Dardar',
  kind: 'person',
  isNamed: true,
  isProtected: false,
  affiliation: 'Ansar Dine',
  roleWords: 'un responsable du groupe islamiste Ansar Dine',
  language: 'fr',
  url: null,
  version: 1,
  isPublic: true,
  occurrences: said,
  assessments: [{ reliability: 'D', rationale: 'Partie au conflit.', at: '2026-03-09T10:00:00Z' }],
}

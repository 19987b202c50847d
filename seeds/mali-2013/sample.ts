import { BASSOLE_CLAIMS } from './claims/bassole'
import { DANIEL_CLAIMS } from './claims/daniel'
import { DARDAR_CLAIMS } from './claims/dardar'
import { DIPLOMACY_CLAIMS } from './claims/diplomacy'
import { FIGARO_CLAIMS } from './claims/figaro'
import { LEAD_CLAIMS } from './claims/lead'
import { RESIDENT_CLAIMS } from './claims/resident'
import { CAPTURE_CONFLICTS } from './conflicts/capture'
import { RESPONSE_CONFLICTS } from './conflicts/response'
import { SOURCING_CONFLICTS } from './conflicts/sourcing'
import { DECISIONS } from './decisions'
import { DISPATCH } from './dispatch'
import { GROUPS } from './entities/groups'
import { LINKS } from './entities/links'
import { PLACES } from './entities/places'
import { EVENTS } from './events'
import { EVIDENCE } from './evidence'
import { RELATIONS } from './relations'
import type { Sample } from './shape'
import { SOURCES } from './sources'
import { IN_PREPARATION } from './verdicts/in-preparation'
import { ON_THE_CAPTURE } from './verdicts/on-the-capture'
import { ON_THE_RESPONSE } from './verdicts/on-the-response'

/** The first dispatch, taken apart: claims in the order of the text, conflicts by ref, verdicts published first. */
export const SAMPLE: Sample = {
  dispatch: DISPATCH,
  sources: SOURCES,
  entities: [...PLACES, ...GROUPS],
  links: LINKS,
  events: EVENTS,
  claims: [
    ...LEAD_CLAIMS,
    ...DARDAR_CLAIMS,
    ...DANIEL_CLAIMS,
    ...FIGARO_CLAIMS,
    ...DIPLOMACY_CLAIMS,
    ...BASSOLE_CLAIMS,
    ...RESIDENT_CLAIMS,
  ],
  relations: RELATIONS,
  conflicts: [...CAPTURE_CONFLICTS, ...SOURCING_CONFLICTS, ...RESPONSE_CONFLICTS].sort((a, b) =>
    a.ref < b.ref ? -1 : 1,
  ),
  decisions: DECISIONS,
  evidence: EVIDENCE,
  verdicts: [...ON_THE_CAPTURE, ...ON_THE_RESPONSE, ...IN_PREPARATION],
}

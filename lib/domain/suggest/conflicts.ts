import type { ConflictSuggestion, Detector, Reading } from './conflict-suggestion'
import { actor } from './detectors/actor'
import { attributionDropped } from './detectors/attribution-dropped'
import { attributionScope } from './detectors/attribution-scope'
import { confirmationCoverage, confirmationOfNothing, independence } from './detectors/confirmation'
import { eventDate } from './detectors/event-date'
import { eventPlace } from './detectors/event-place'
import { extent } from './detectors/extent'
import { missingSide, unsourcedFigure } from './detectors/gaps'
import { certainty, modalityLadder } from './detectors/modality'
import { nameSpelling } from './detectors/name-spelling'
import { numbers } from './detectors/numbers'
import { quoteFidelity, quoteWording } from './detectors/quotes'
import { deploymentStatus } from './detectors/status'
import { announcementTime, sequence, staleStatement, undated } from './detectors/times'
import { actorLabels, generalisedSource, placeKind } from './detectors/wording'
import { startingConfidence } from './rule-starts'

/** Every detector, in the order their suggestions are shown. */
export const DETECTORS: readonly Detector[] = [
  nameSpelling,
  actor,
  extent,
  numbers,
  eventDate,
  eventPlace,
  announcementTime,
  sequence,
  deploymentStatus,
  attributionDropped,
  attributionScope,
  generalisedSource,
  confirmationCoverage,
  confirmationOfNothing,
  independence,
  modalityLadder,
  certainty,
  quoteFidelity,
  quoteWording,
  staleStatement,
  missingSide,
  unsourcedFigure,
  placeKind,
  actorLabels,
  undated,
]

/** What a careful reader would stop at, each with the rule, the words and a reason in both languages. */
export const conflictsOf = (reading: Reading): ConflictSuggestion[] =>
  DETECTORS.flatMap((detect) =>
    detect(reading).map((found) => ({ ...found, confidence: startingConfidence('conflict', found.rule) })),
  )

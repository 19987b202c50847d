import { z } from 'zod'
import { oneOf, optionalLine, optionalUuid } from './input'
import { STANCES } from './vocabulary'

/** What a piece of evidence bears on, one claim, conflict or position, and what it does to it. */
export const EvidenceLinkInput = z.strictObject({
  claimId: optionalUuid(),
  conflictId: optionalUuid(),
  positionId: optionalUuid(),
  stance: oneOf(STANCES),
  noteFr: optionalLine(),
  noteEn: optionalLine(),
})

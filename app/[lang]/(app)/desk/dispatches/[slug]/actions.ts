'use server'
import { z } from 'zod'
import { AddClaim } from '@/lib/domain/claim-input'
import { addClaim } from '@/lib/services/add-claim'
import { AddEvent, addEvent } from '@/lib/services/add-event'
import { AddSource, addSource } from '@/lib/services/add-source'
import { AttributeClaim, attributeClaim } from '@/lib/services/attribute-claim'
import { ChangeClaim, changeClaim } from '@/lib/services/change-claim'
import { DiscardClaim, discardClaim } from '@/lib/services/discard-claim'
import { action } from '@/lib/web/action'

// Services check their own input; an action hands on what it was sent, so that the two never disagree.
const asSent = <S extends z.ZodType>(schema: S) => z.custom<z.input<S>>()

export const addClaimAction = action(asSent(AddClaim), addClaim)
export const addSourceAction = action(asSent(AddSource), addSource)
export const addEventAction = action(asSent(AddEvent), addEvent)
export const attributeClaimAction = action(asSent(AttributeClaim), attributeClaim)
export const changeClaimAction = action(asSent(ChangeClaim), changeClaim)
export const discardClaimAction = action(asSent(DiscardClaim), discardClaim)

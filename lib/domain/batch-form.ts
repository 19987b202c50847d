import { z } from 'zod'
import { type ClaimsChange, type ConflictsChange, readPicks, type Selection } from './batch'
import { ME, NOBODY } from './desk-filter'
import { invalid } from './fault'

const text = z.string().default('')
/** What every form over a list sends: the ticked rows, or all that its filter means. */
const Rows = z.strictObject({
  lang: z.enum(['fr', 'en']),
  do: text,
  pick: z.union([z.string(), z.array(z.string()).max(500)]).optional(),
  all: z.literal('on').optional(),
  others: z.literal('on').optional(),
  query: z.string().max(2_000).default(''),
  count: z.coerce.number().int().min(0),
  seenAt: z.iso.datetime(),
  assigneeId: text,
})
export const ClaimsForm = Rows.extend({ workState: text, label: text, eventId: text })
export const ConflictsForm = Rows.extend({ severity: text, status: text })

/** The rows a form means. */
export function selectionOf(form: z.output<typeof Rows>): z.input<typeof Selection> {
  const { all, query, count, seenAt, pick, others } = form
  return {
    ...(all
      ? { matching: { query, count, seenAt: new Date(seenAt) } }
      : { picked: readPicks(pick).map(({ id, version }) => ({ id, version })) }),
    others: others === 'on',
  }
}

/** A chosen id: nothing chosen is a fault, "nobody" and "none" are null, "me" is whoever asks. */
function chosen(field: string, value: string, me: string | null): string | null {
  if (value === '') throw invalid({ field, reason: 'required' })
  return value === NOBODY ? null : value === ME ? me : value
}

/** What a form over claims asks for; without a button pressed, nothing. */
export function claimsChangeOf(form: z.output<typeof ClaimsForm>, me: string | null): ClaimsChange {
  switch (form.do) {
    case 'state':
      return { do: 'state', workState: need('workState', form.workState) as never }
    case 'label':
    case 'unlabel':
      return { do: form.do, label: need('label', form.label) }
    case 'assign':
      return { do: 'assign', assigneeId: chosen('assigneeId', form.assigneeId, me) }
    case 'event':
      return { do: 'event', eventId: chosen('eventId', form.eventId, null) }
    default:
      throw invalid({ field: 'do', reason: 'required' })
  }
}

/** What a form over conflicts asks for. */
export function conflictsChangeOf(form: z.output<typeof ConflictsForm>, me: string | null): ConflictsChange {
  switch (form.do) {
    case 'assign':
      return { do: 'assign', assigneeId: chosen('assigneeId', form.assigneeId, me) }
    case 'severity':
      return { do: 'severity', severity: need('severity', form.severity) as never }
    case 'status':
      return { do: 'status', status: need('status', form.status) as never }
    default:
      throw invalid({ field: 'do', reason: 'required' })
  }
}

/** A value that was given; whether it is one of the list is for the service to check. */
function need(field: string, value: string): string {
  if (value.trim() === '') throw invalid({ field, reason: 'required' })
  return value
}

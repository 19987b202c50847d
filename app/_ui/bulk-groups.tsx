import { ME, NOBODY } from '@/lib/domain/desk-filter'
import { type Language, SEVERITIES, WORK_STATES } from '@/lib/domain/vocabulary'
import { deskQueuesWords } from '@/lib/i18n/desk-queues'
import { words } from '@/lib/i18n/words'
import { ownText } from '@/lib/present/parts/own-words'
import type { BulkGroup } from './bulk-form.client'
import type { Choices } from './list-fields'

const assign = (lang: Language, { people }: Choices): BulkGroup => {
  const { bulk: t, filters } = deskQueuesWords(lang)
  return {
    name: 'assigneeId',
    label: t.assignee,
    options: [[ME, filters.me], [NOBODY, filters.nobody], ...people.map(({ id, name }) => [id, name] as const)],
    buttons: [['assign', t.assign]],
  }
}

/** What can be done to many claims at once, in the reader's words. */
export function claimGroups(lang: Language, choices: Choices): BulkGroup[] {
  const { bulk: t } = deskQueuesWords(lang)
  const w = words(lang)
  return [
    {
      name: 'workState',
      label: t.state,
      options: WORK_STATES.map((it) => [it, w.workState[it]] as const),
      buttons: [['state', t.setState]],
    },
    assign(lang, choices),
    {
      name: 'eventId',
      label: t.event,
      options: [
        [NOBODY, t.unlink],
        ...choices.events.map((it) => [it.id, `${it.ref} ${ownText(lang, it.titleFr, it.titleEn)}`] as const),
      ],
      buttons: [['event', t.link]],
    },
    {
      name: 'label',
      label: t.label,
      options: choices.labels.map((it) => [it, it] as const),
      isTyped: true,
      buttons: [
        ['label', t.addLabel],
        ['unlabel', t.removeLabel],
      ],
    },
  ]
}

/** What can be done to many conflicts at once. */
export function conflictGroups(lang: Language, choices: Choices): BulkGroup[] {
  const { bulk: t } = deskQueuesWords(lang)
  const w = words(lang)
  return [
    assign(lang, choices),
    {
      name: 'severity',
      label: t.severity,
      options: SEVERITIES.map((it) => [it, w.severity[it]] as const),
      buttons: [['severity', t.setSeverity]],
    },
    {
      name: 'status',
      label: t.status,
      options: (['under_review', 'open'] as const).map((it) => [it, w.conflictStatus[it]] as const),
      buttons: [['status', t.setStatus]],
    },
  ]
}

/** How many rows were changed, after the list is shown again. */
export function Done({ lang, done }: { lang: Language; done: string | string[] | undefined }) {
  const found = typeof done === 'string' ? /^(\d{1,7})\.(\d{1,7})$/.exec(done) : null
  return (
    <p role="status" className={found ? 'notice side' : 'vh'}>
      {found && deskQueuesWords(lang).bulk.done(Number(found[1]), Number(found[2]))}
    </p>
  )
}

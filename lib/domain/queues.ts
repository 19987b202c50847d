import { type ListName, type ListView, readQuery } from './desk-filter'

/** What waits for somebody, each the list it is with its filter: the number beside a queue is the number of rows behind it. */
export const QUEUES = {
  mine: { list: 'claims', query: 'assignee=me' },
  my_conflicts: { list: 'conflicts', query: 'assignee=me' },
  to_read: { list: 'verdicts', query: 'status=to_read' },
  rereview: { list: 'verdicts', query: 'status=needs_rereview' },
  unsettled: { list: 'conflicts', query: 'status=unsettled' },
  unassigned: { list: 'claims', query: 'assignee=none' },
  changed: { list: 'claims', query: 'changed=others&sort=changed' },
} as const satisfies Record<string, { list: ListName; query: string }>
export type QueueName = keyof typeof QUEUES
export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[]

export const viewOf = (name: QueueName): ListView => readQuery(QUEUES[name].list, QUEUES[name].query)

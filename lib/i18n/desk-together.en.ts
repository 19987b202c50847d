import { count } from './format'

const n = (one: string, other: string) => (many: number) => count('en', many, { one, other })

/** The desk's sentences about working together. The French ones have the same keys, or they do not compile. */
export const deskTogetherEn = {
  thread: {
    title: 'Discussion',
    titles: {
      claim: 'Discussion of this claim',
      conflict: 'Discussion of this conflict',
      verdict: 'Discussion of this verdict',
      dispatch: 'Discussion of this dispatch',
      source: 'Discussion of this source',
      event: 'Discussion of this event',
    },
    notes: n('note', 'notes'),
    none: 'No note yet. What you write here stays at the desk.',
    internal: 'Seen by people of the desk only, never published.',
    write: 'Write a note',
    body: 'Your note',
    answer: 'Answer',
    answerTo: (name: string) => `Your answer to ${name}`,
    sendAnswer: 'Send the answer',
    send: 'Leave the note',
    change: 'Change',
    changeOwn: 'Your note, changed',
    save: 'Save the change',
    settle: 'Mark as settled',
    settleNamed: (name: string) => `Mark the thread opened by ${name} as settled`,
    reopen: 'Open again',
    settledBy: (name: string) => `Settled by ${name}`,
    settledThreads: n('settled thread', 'settled threads'),
    withdraw: 'Withdraw',
    withdrawNamed: (name: string) => `Withdraw the note by ${name}`,
    restore: 'Bring it back',
    withdrawn: 'Note withdrawn by its author or an editor.',
    asksForChanges: 'asks for changes',
    mayNot: 'Your account may read this discussion, not take part in it.',
    help: 'Plain text. @ and a name tell that person; web addresses become links.',
    people: 'People you can name',
    peopleFound: n('person found: arrows to choose, Enter to take', 'people found: arrows to choose, Enter to take'),
    named: (name: string) => `Name ${name} in the note`,
  },
}

import { count, list } from './format'

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
      report: 'Discussion of this message',
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
  assignment: {
    titles: { claim: 'Who works on it', conflict: 'Who works on it', verdict: 'Who reads it a second time' },
    holder: (name: string) => `${name} works on it.`,
    askedReader: (name: string) => `${name} was asked to read it.`,
    mine: 'You work on it.',
    askedMe: 'You were asked to read it.',
    nobody: 'Nobody yet.',
    take: 'Take it',
    takeReading: 'I will read it',
    giveBack: 'Give it back',
    withdrawAsk: 'Ask nobody',
    person: 'Person',
    choose: 'choose a person',
    give: 'Give it to this person',
    ask: 'Ask for a second reading',
    stale: 'Somebody changed it meanwhile',
  },
  notifications: {
    title: 'What is new for you',
    bell: n('unread notification', 'unread notifications'),
    unread: n('unread', 'unread'),
    none: 'Nothing yet. You are told here when somebody names you, answers you, gives you something or touches what is yours.',
    isNew: 'new',
    open: 'Open',
    openNamed: (what: string) => `Open: ${what}`,
    markRead: 'Mark as read',
    markReadNamed: (what: string) => `Mark as read: ${what}`,
    markAll: 'Mark everything as read',
    older: 'Older',
    newest: 'Back to the newest',
    somebody: 'Somebody',
    byMail: 'Choose what comes by e-mail',
    place: {
      claim: (ref: string) => `claim ${ref}`,
      conflict: (ref: string) => `conflict ${ref}`,
      verdict: (ref: string) => `the verdict on ${ref}`,
      dispatch: () => 'the dispatch',
      source: () => 'the source',
      event: (ref: string) => `event ${ref}`,
      report: (ref: string) => `message ${ref}`,
    },
    kind: {
      mention: (who: string, what: string) => `${who} named you in a note on ${what}.`,
      reply: (who: string, what: string) => `${who} answered in a thread of yours on ${what}.`,
      assigned: (who: string, what: string) => `${who} gave you ${what}.`,
      asked_to_read: (who: string, what: string) => `${who} asked you to read ${what} a second time.`,
      changes_requested: (who: string, what: string) => `${who} asked for changes to ${what}.`,
      verdict_read: (who: string, what: string) => `${who} read ${what}, which you wrote, and approved it.`,
      verdict_published: (who: string, what: string) => `${who} published ${what}, which you wrote.`,
      conflict_resolved: (who: string, what: string) => `${who} settled ${what}, which concerns your work.`,
      conflict_reopened: (who: string, what: string) => `${who} opened ${what} again, which concerns your work.`,
      report_received: (_who: string, what: string) => `A reader has written: ${what}.`,
      item_changed: (who: string, what: string) => `${who} changed ${what}, which you work on.`,
    },
  },
  live: {
    label: 'Who is here and what changed',
    present: (names: readonly string[]) =>
      `${list('en', names)} ${names.length === 1 ? 'has' : 'have'} this page open.`,
    what: (entity: string, n: number): string =>
      entity === 'annotations'
        ? n === 1
          ? 'New note'
          : 'A note changed'
        : entity === 'conflicts'
          ? n === 1
            ? 'New conflict'
            : 'A conflict changed'
          : entity === 'verdicts' || entity === 'verdict_dependencies'
            ? 'The verdict changed'
            : entity === 'occurrences' || entity === 'statements' || entity === 'chains'
              ? n === 1
                ? 'New passage'
                : 'A passage changed'
              : entity === 'claims'
                ? 'The claim changed'
                : 'Something changed',
    happened: (what: string, who: string | null) => (who === null ? `${what}.` : `${what}, by ${who}.`),
    many: 'Much changed at once.',
    show: 'Show',
    showApart: 'Show in another tab; what you are typing stays here',
  },
  mail: {
    title: 'E-mail',
    lead: 'Nothing is sent before you choose it. Letters say what happened and lead to the desk; they quote nothing.',
    digest: 'What is new, unread',
    choices: { off: 'never', daily: 'once a day', weekly: 'once a week' },
    direct: 'When somebody names me, gives me something or asks me to read',
    directHelp: 'Within the hour, one letter an hour at most.',
    save: 'Save',
    subject: (many: number) =>
      `Recoupe: ${count('en', many, { one: 'thing is new', other: 'things are new' })} for you`,
    hello: (name: string) => `Hello ${name},`,
    opening: (many: number) =>
      `${count('en', many, { one: 'thing is', other: 'things are' })} new for you at the desk.`,
    all: 'Everything that is new:',
    allLink: 'Everything that is new',
    less: 'Choose how often you are written to, or never:',
    lessLink: 'Choose how often you are written to, or never',
  },
}

import type { MethodWords } from './method'

export const methodEn: MethodWords = {
  title: 'Method',
  lead: 'What we check, how we rule, what the words and the marks mean, and how anyone can verify that a page has not been changed behind their back.',
  steps: {
    title: 'From a dispatch to a verdict',
    items: [
      'The text is kept whole and never retouched: its spelling, its quotation marks and its spaces are those of the original. Its hash is published.',
      'It is taken apart into claims. Each stays tied to the exact words that make it.',
      'For each claim we write down who said it and through whom it reached us: the speaker, the interpreter, the agency, the outlet.',
      'Claims about the same event are set side by side. Where they disagree, both sides are shown in their own words.',
      'Evidence is gathered, dated and archived. Then someone rules, and someone else reads it before it is published.',
    ],
  },
  scale: {
    title: 'The scale',
    why: 'A verdict is a word beside a shape, never a colour. Five of them measure how true a claim is; the others say that the question is of another kind, and carry no number.',
    axis: 'How true it is',
    off: 'Another kind of answer',
    number: (n) => `${n} out of 5 in the data`,
    noNumber: 'no number in the data',
  },
  verdict: {
    title: 'What a verdict needs',
    items: [
      'Evidence, or a public reason why there is none.',
      'A second reader. If a one-person newsroom publishes alone, the page says so.',
      'A summary, a reason, and what would change it.',
      'Once published, it changes only with a correction. If something it rests on changes, it is marked as needing another look until it has been read again.',
    ],
  },
  chain: {
    title: 'Who said it, and through whom',
    why: 'The shape of each stop is a role.',
    role: {
      speaker: 'the voice itself',
      interpreter: 'carries the words into another language: what is quoted is the translation',
      witness: 'saw it',
      correspondent: 'reports from the place or the country, for an outlet',
      agency: 'gathers and sends to outlets',
      outlet: 'publishes',
      unattributed: 'the text does not say where it has this from',
    },
    ambiguous:
      'A dotted line and a question mark mean that the text does not say how far an attribution reaches. We do not guess.',
    origins: 'Outlets are not origins. The same words carried by three outlets have one origin, and count once.',
  },
  marks: {
    title: 'Marks on a text',
    why: 'The line under the words says what kind of passage it is; the tint says that sources contradict each other.',
  },
  conflict: {
    title: 'Kinds of conflict',
    why: 'A conflict is about one property of one event: who, how much, when, where. It has two sides or more. A passage too general to choose a side is shown as such.',
    class: {
      contradiction: 'both cannot be true as they are written',
      tension: 'both may be true, but not easily together',
      variant: 'the same thing, said or spelled otherwise',
      ambiguity: 'the text can be read in two ways',
      gap: 'something that matters is missing: a source, a side, a date',
      apparent: 'looks like a disagreement and is not one',
    },
  },
  corrections: {
    title: 'Corrections',
    why: 'Every change to a published verdict is listed for good, with what it said before.',
    severity: {
      clarification: 'the words were unclear; the meaning stands',
      correction: 'something was wrong; the verdict stands',
      verdict_change: 'the verdict itself changed',
      retraction: 'the verdict is withdrawn; the page stays and says so',
    },
  },
  sources: {
    title: 'Sources',
    items: [
      'How reliable a source is (A to F) and how credible what it says is (1 to 6) are two judgements, made apart. F and 6 mean that it cannot be judged, not that it is the worst.',
      'A source who must be protected appears under the words of the text only. Its identity is on no page, in no export and in no search.',
      'Names are linked, never merged: each text keeps its own spelling.',
      'Dates are never guessed. When one is inferred, the words it was inferred from stand beside it.',
    ],
  },
  verify: {
    title: 'Verify a page',
    items: [
      'Each published version is kept as it was, byte for byte, with its SHA-256 hash.',
      'Those hashes are entered in a log in which each entry seals the ones before it. A checkpoint is published: whoever keeps one can prove later that nothing before it was changed or removed.',
      'The data is free to take, as CSV, ClaimReview and W3C annotations.',
    ],
    checkpoint: 'the checkpoint',
    log: 'the log, row by row',
    key: 'the key it is signed with',
  },
}

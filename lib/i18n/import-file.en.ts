import type { ImportFileWords } from './import-file'

export const importFileEn: ImportFileWords = {
  place: (row, column) => (column === null ? `row ${row}: ` : `row ${row}, ${column}: `),
  problem: {
    said_twice: 'the review stands twice in the file and does not say the same; the last one is kept.',
    not_json: 'not JSON; the line is left out.',
    not_a_claim_review: 'not a ClaimReview; left out.',
    too_deep: 'nested too deep to be a review; left out.',
    no_claim: 'no claim; left out.',
    too_long: 'the claim is longer than 20,000 characters; left out.',
    no_url: 'no web address of the review; left out.',
    several_claims: 'several claims in one review; left out. Give each a review of its own, with a #fragment.',
    no_claim_described: 'nothing says who made the claim, or when; kept without.',
    no_publisher: 'no publisher; kept without.',
    no_rating: 'no rating in words; kept without.',
    inverted_scale: 'the best rating is lower than the worst; read the right way round.',
    rating_not_read: 'the number is not on its own scale; the words are kept, the number is not.',
    date_not_read: 'not a date we can read; kept without.',
    claim_date_not_read: 'not a date we can read; kept without.',
    claim_after_review: 'the claim is dated after its review; kept as it stands.',
    claim_date_ahead: 'the claim is dated in the future; kept as it stands.',
  },
  halfGone: (lacking) =>
    `${lacking} reviews are lacking, more than half of what is known of these publishers: the file looks cut off, and none was marked as gone. If it is whole, add --whole; if it is a part, --part.`,
  unmapped: (label, count) =>
    `the label “${label}” (${count === 1 ? 'one review' : `${count} reviews`}) has no rating of ours; it stays unmapped. Name one in the file of --map.`,
  unreadable: {
    empty: 'There is nothing in it.',
    not_utf8: 'It is not text in UTF-8. Save it as UTF-8 and try again.',
    binary: 'It is not text.',
  },
  counts: ({ read, added, changed, unchanged, absent, rejected }) =>
    `${read} read: ${added} added, ${changed} changed, ${unchanged} unchanged, ${absent} gone from their source, ${rejected} left out.`,
  change: (field, before, after) => `${field}: ${before ?? '(nothing)'} → ${after ?? '(nothing)'}`,
  newSources: (names, isWritten) =>
    `${isWritten ? 'Sources that were added' : 'Sources that would be added'}: ${names.join(', ')}`,
  dryRun: 'Dry run: nothing was written.',
  stopped: 'Nothing was written. Mend the rows above, or leave them out with --leave-out.',
}

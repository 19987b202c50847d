import { RATING_CODES } from '@/lib/domain/rating'

/** What `recoupe import --help` prints. */
export const IMPORT_USAGE = `Usage: recoupe import FILE [options]

Takes in the ClaimReviews of a file: one review, a list, a DataFeed, JSON lines, or the lines Data Commons gives out. All of it
or nothing is written. The same file again changes nothing; a later one reports what changed in substance: verdict, claim,
claimant, claim date. Records a whole feed no longer has are marked as gone, never deleted.

Or a table of claims (CSV, TSV, XLSX, JSON Lines, W3C annotations) with the columns of claims.csv: what differs is changed,
rows without a key of ours are added, an empty cell erases nothing. A row that adds a passage says in attribution_chain who said
it and through whom, as claims.csv writes it, “Abdou Dardar (speaker) > AFP (agency)”, or with a name alone; a source is called
by its name or its slug. One refused row stops the whole, unless --leave-out. An import is taken back on the desk.

Or one dispatch: text, a saved web page, DOCX or a PDF with text in it. It is kept letter for letter with the title, date,
address and language the file states; the same text again changes nothing.

Options
  --format NAME   auto, claimreview, csv, jsonl, text, html, docx or pdf; auto looks at the bytes
  --map M.json    {"their label": "our rating"}; a label that is not in it stays unmapped. For a table
                  {"their column": "our column"}, null to leave one out
  --as EMAIL      a table or a dispatch: who imports it; the only administrator, when nobody is named
  --title TEXT    a dispatch: its title, instead of the one the file states
  --base MOMENT   a table: when it was exported, so that what only we changed since is no change
  --sender NAME   a table: whose keys its column “key” has; the name of the file, when nobody is named
  --sheet NAME    a workbook: which of its sheets; the first, when nobody says
  --leave-out     a table: leave refused rows out and write the others
  --add-sources   a table: add the sources its chains name and nobody knows; else such a row is refused
  --theirs        a table: where both sides changed a cell, take theirs
  --part          the file is a part of what its publishers have: what it lacks is not marked as gone
  --whole         it is all they have, even when it lacks more than half of what is known of them
  --dry-run       print the same and write nothing
  --lang LANG     language of the sentences, fr or en
  --json          one object: format, read, added, changed, unchanged, absent, rejected, changes, problems
  --help          this page

Ratings for --map: ${RATING_CODES.join(', ')}

Examples
  recoupe import fact_checks.txt --dry-run
  recoupe import data.json --map labels.json --json
  recoupe import one-review.json --lang fr
  recoupe import depeche.pdf --as awa@example.org --title 'Kona : la ville est prise'
  recoupe import claims.xlsx --base 2026-11-25T14:30:00Z --dry-run

Exit codes: 0 done (problems are listed), 1 could not be done and nothing was written, 2 wrong command or value`

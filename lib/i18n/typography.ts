/**
 * The spaces of French printing in our own prose: narrow and unbreakable before ; : ! ? and inside « ». Typing them is too much
 * to ask of a reviewer at two in the morning. Nothing is touched between the marks, where the words may be somebody else's, and
 * nothing is ever stored: this is how a page is set, not what was written.
 */
export function frenchSpaces(text: string): string {
  return text
    .split(/(«[^«»]*»)/)
    .map((part) =>
      part.startsWith('«') && part.endsWith('»')
        ? `«\u202f${part.slice(1, -1).replace(/^[ \u00a0\u202f]+|[ \u00a0\u202f]+$/g, '')}\u202f»`
        : part.replace(/[ \u00a0]([;:!?])(?=\s|$)/g, '\u202f$1'),
    )
    .join('')
}

/** The marks of a quotation inside another: our outer marks stay, theirs become the inner ones. */
export const innerMarks = (text: string): string => text.replace(/«\s*/g, '“').replace(/\s*»/g, '”')
export const innerMarksEn = (text: string): string => text.replaceAll('“', '‘').replaceAll('”', '’')

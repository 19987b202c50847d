/**
 * The seeded rating scale: words first. Only the five ratings of the truth axis carry a number (schema.org Rating.ratingValue, 5 = true);
 * the others are off the axis and have none. Definitions are what readers see at /methodology.
 */
export const RATINGS = {
  true: {
    axis: 5,
    fr: 'Vrai',
    en: 'True',
    definitionFr: 'Les pièces réunies établissent l’affirmation, sans réserve qui en change le sens.',
    definitionEn: 'The evidence gathered establishes the claim, with no reservation that changes its meaning.',
  },
  mostly_true: {
    axis: 4,
    fr: 'Plutôt vrai',
    en: 'Mostly true',
    definitionFr: 'L’essentiel est établi ; un détail manque, reste imprécis ou se discute.',
    definitionEn: 'The substance is established; a detail is missing, imprecise or debatable.',
  },
  half_true: {
    axis: 3,
    fr: 'À moitié vrai',
    en: 'Half true',
    definitionFr: 'Une partie de l’affirmation est établie, une autre est inexacte ou trompeuse.',
    definitionEn: 'Part of the claim is established, another part is inaccurate or misleading.',
  },
  mostly_false: {
    axis: 2,
    fr: 'Plutôt faux',
    en: 'Mostly false',
    definitionFr: 'L’affirmation contient un élément exact, mais l’ensemble est contredit par les pièces.',
    definitionEn: 'The claim contains something accurate, but as a whole it is contradicted by the evidence.',
  },
  false: {
    axis: 1,
    fr: 'Faux',
    en: 'False',
    definitionFr: 'Les pièces réunies contredisent l’affirmation.',
    definitionEn: 'The evidence gathered contradicts the claim.',
  },
  unproven: {
    axis: null,
    fr: 'Non étayé',
    en: 'Unproven',
    definitionFr: 'Aucune pièce ne permet d’établir ni d’écarter l’affirmation.',
    definitionEn: 'No evidence establishes the claim or rules it out.',
  },
  disputed: {
    axis: null,
    fr: 'Contesté',
    en: 'Disputed',
    definitionFr: 'Des sources identifiables se contredisent et les pièces réunies ne permettent pas de trancher.',
    definitionEn: 'Identifiable sources contradict each other and the evidence gathered does not settle it.',
  },
  outdated: {
    axis: null,
    fr: 'Dépassé',
    en: 'Outdated',
    definitionFr: 'L’affirmation a pu être exacte quand elle a été faite ; elle ne l’est plus.',
    definitionEn: 'The claim may have been accurate when it was made; it no longer is.',
  },
  missing_context: {
    axis: null,
    fr: 'Contexte manquant',
    en: 'Missing context',
    definitionFr: 'Les mots peuvent être exacts, mais il manque de quoi les comprendre sans se tromper.',
    definitionEn: 'The words may be accurate, but what is needed to understand them correctly is missing.',
  },
  satire: {
    axis: null,
    fr: 'Satire',
    en: 'Satire',
    definitionFr: 'L’affirmation est une plaisanterie ou une parodie et n’a pas été faite pour être crue.',
    definitionEn: 'The claim is a joke or a parody and was not made to be believed.',
  },
} as const satisfies Record<
  string,
  { axis: number | null; fr: string; en: string; definitionFr: string; definitionEn: string }
>

export type RatingCode = keyof typeof RATINGS
export const RATING_CODES = Object.keys(RATINGS) as RatingCode[]
export const isRatingCode = (raw: string): raw is RatingCode => Object.hasOwn(RATINGS, raw)

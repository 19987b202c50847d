/** The version of the rule tables, kept with every suggestion so that it is known which rules made it. Raised with any of them. */
export const RULESET = '2026-11-26.4'

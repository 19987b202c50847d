/** 1.96: nineteen intervals of twenty hold the truth. */
const Z = 1.959964

/**
 * The lower end of Wilson's 95 % interval (Wilson 1927): what a share of `right` of `all` stands for at least. Few cases give
 * little, however well they went: 1 of 1 is 0.21, 100 of 100 is 0.96.
 */
export function wilsonLower(right: number, all: number): number {
  if (all <= 0) return 0
  const share = right / all
  const spread = Z * Math.sqrt((share * (1 - share) + (Z * Z) / (4 * all)) / all)
  return Math.max(0, (share + (Z * Z) / (2 * all) - spread) / (1 + (Z * Z) / all))
}

/** The ClaimReviews of one verdict, as they were published, in one language or in each. */
export type ReviewedVerdict = { publishedAt: string; reviews: readonly unknown[] }

/**
 * The ClaimReviews in force as a schema.org DataFeed, word for word as their pages carry them: one item per verdict, and
 * `item` is always an array, as readers of such feeds expect.
 */
export const claimReviewFeed = (verdicts: readonly ReviewedVerdict[], baseUrl: string): string =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    name: 'Recoupe',
    url: `${baseUrl}/export/claimreview.json`,
    // ISO times of one zone sort as text.
    ...(verdicts.length > 0 && {
      dateModified: verdicts
        .map(({ publishedAt }) => publishedAt)
        .sort()
        .at(-1),
    }),
    dataFeedElement: verdicts.map(({ publishedAt, reviews }) => ({
      '@type': 'DataFeedItem',
      dateModified: publishedAt,
      item: reviews,
    })),
  })

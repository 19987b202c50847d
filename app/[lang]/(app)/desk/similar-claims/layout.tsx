import type { ReactNode } from 'react'

/** Claims side by side: the look of what is proposed, and of passages that are compared. */
export default function SimilarClaimsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <link rel="stylesheet" href="/assets/desk-suggest.css" precedence="review" />
      <link rel="stylesheet" href="/assets/desk-pairs.css" precedence="review" />
      {children}
    </>
  )
}

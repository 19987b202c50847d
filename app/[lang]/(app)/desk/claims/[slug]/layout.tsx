import type { ReactNode } from 'react'

/** What is proposed of this claim and others comes with a look of its own. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <>
      <link rel="stylesheet" href="/assets/desk-suggest.css" precedence="review" />
      <link rel="stylesheet" href="/assets/desk-pairs.css" precedence="review" />
      {children}
    </>
  )
}

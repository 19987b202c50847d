import type { ReactNode } from 'react'
import { Drawings } from '@/app/_ui/verdict-drawings'

/** What the pages on conflicts and verdicts share: their stylesheet and the drawings. */
export function ReviewFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <link rel="stylesheet" href="/assets/desk-review.css" precedence="review" />
      <link rel="stylesheet" href="/assets/desk-verdicts.css" precedence="review" />
      <Drawings />
      {children}
    </>
  )
}

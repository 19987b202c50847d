import type { ReactNode } from 'react'
import { Drawings } from './verdict-drawings'

/** What the lists of the desk share: their stylesheet and the drawings. */
export function ListsFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <link rel="stylesheet" href="/assets/desk-review.css" precedence="review" />
      <Drawings />
      {children}
    </>
  )
}

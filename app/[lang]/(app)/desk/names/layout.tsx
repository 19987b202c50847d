import type { ReactNode } from 'react'
import { ReviewFrame } from '../verdicts/_parts/review-frame'

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <ReviewFrame>
      <link rel="stylesheet" href="/assets/desk-names.css" precedence="review" />
      {children}
    </ReviewFrame>
  )
}

import type { ReactNode } from 'react'
import { ReviewFrame } from '../verdicts/_parts/review-frame'

export default function Layout({ children }: { children: ReactNode }) {
  return <ReviewFrame>{children}</ReviewFrame>
}

import type { ReactNode } from 'react'

/** The stylesheet of what readers sent. */
export default function ReportsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <link rel="stylesheet" href="/assets/desk-reports.css" precedence="review" />
      {children}
    </>
  )
}

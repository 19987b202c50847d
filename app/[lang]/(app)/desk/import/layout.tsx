import type { ReactNode } from 'react'

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <>
      <link rel="stylesheet" href="/assets/desk-import.css" precedence="review" />
      {children}
    </>
  )
}

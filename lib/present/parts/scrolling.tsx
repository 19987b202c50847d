import type { ReactNode } from 'react'

/** A table wider than the screen: it scrolls inside its own region, which the keyboard can reach and a screen reader can name. */
export const Scrolling = ({
  name,
  isTall = false,
  children,
}: {
  name: string
  isTall?: boolean
  children: ReactNode
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus, or the keyboard cannot scroll it
  <section className={isTall ? 'grid-wrap tall' : 'grid-wrap'} aria-label={name} tabIndex={0}>
    {children}
  </section>
)

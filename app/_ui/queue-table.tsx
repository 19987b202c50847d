import type { ReactNode } from 'react'
import { HeadRow } from '@/lib/present/parts/head-row'

type Props = { title: string; scrolls: string; heads: readonly string[]; children: ReactNode }

/** The frame of a list of the desk: it scrolls by keyboard when wide, and is one block per row on a phone. */
export function QueueTable({ title, scrolls, heads, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="grid-wrap" tabIndex={0} aria-label={scrolls}>
      <table className="queue stacks">
        <caption className="vh">{title}</caption>
        <HeadRow heads={heads} />
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

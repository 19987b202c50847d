import { notFound } from 'next/navigation'

/** An invitation without its token is no page. */
export default function Missing(): never {
  notFound()
}

import { notFound } from 'next/navigation'

/** Nothing below the door: our own page says so, under the same policy. */
export default function Missing(): never {
  notFound()
}

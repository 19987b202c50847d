import { notFound } from 'next/navigation'

/** Nothing at this address of the desk: our own page says so, under the same policy. */
export default function Missing(): never {
  notFound()
}

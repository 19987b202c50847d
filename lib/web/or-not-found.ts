import 'server-only'
import { notFound } from 'next/navigation'
import { Fault } from '@/lib/domain/fault'

/** What a loader gives, or the page "nothing at this address": what does not exist and what one may not see look alike. */
export async function orNotFound<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading
  } catch (error) {
    if (
      error instanceof Fault &&
      (error.code === 'not_found' || error.code === 'forbidden' || error.code === 'not_signed_in')
    )
      notFound()
    throw error
  }
}

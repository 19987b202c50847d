import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { Fault } from '@/lib/domain/fault'
import { momentOf } from '@/lib/domain/moment'
import { languageOfPath } from './page-language'
import { PATH_HEADER } from './session'

/**
 * What a loader gives, or the page "nothing at this address": what does not exist and what one may not see look alike. On a
 * page of the past, the page that says it was not there yet and leads back to now.
 */
export async function orNotFound<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading
  } catch (error) {
    if (
      error instanceof Fault &&
      (error.code === 'not_found' || error.code === 'forbidden' || error.code === 'not_signed_in')
    )
      await nothingHere()
    throw error
  }
}

async function nothingHere(): Promise<never> {
  const all = await headers()
  const [from = '', query = ''] = (all.get(PATH_HEADER) ?? '').split('?')
  const at = momentOf(new URLSearchParams(query).get('at'))
  if (at !== null) redirect(`/${languageOfPath(all)}/desk/not-yet?${new URLSearchParams({ at, from })}`)
  notFound()
}

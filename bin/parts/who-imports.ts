/** Whoever an import from the command line is done as. */
import { deskDb } from '@/lib/data/db'
import { actorByEmail, onlyAdmin } from '@/lib/data/users'
import { ImportRefused } from './import-refused'

/** The person of this address; without one the only administrator, when there is no second. Refused when that is nobody. */
export async function whoImports(email: string | undefined) {
  const actor = email === undefined ? await onlyAdmin(deskDb()) : await actorByEmail(deskDb(), email)
  if (actor) return actor
  throw new ImportRefused(
    email === undefined ? 'Say who imports: --as EMAIL.' : `Nobody with an open account has the address ${email}.`,
  )
}

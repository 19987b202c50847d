import type { Language } from '@/lib/domain/vocabulary'
import { authWords } from '@/lib/i18n/auth'

type Props = { lang: Language; className?: string }

/** A plain form: signing out never depends on a script. */
export function SignOutButton({ lang, className = 'b' }: Props) {
  return (
    <form method="post" action={`/api/auth/signout?lang=${lang}`}>
      <button type="submit" className={className}>
        {authWords(lang).signIn.signOut}
      </button>
    </form>
  )
}

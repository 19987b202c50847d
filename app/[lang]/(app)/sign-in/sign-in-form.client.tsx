'use client'
import { ActionForm, Field, type FormAction, PasswordField } from '@/app/_ui/action-form.client'
import type { Language } from '@/lib/domain/vocabulary'
import { authWords } from '@/lib/i18n/auth'

type Props = { lang: Language; next: string; action: FormAction<null> }

export function SignInForm({ lang, next, action }: Props) {
  const { signIn } = authWords(lang)
  return (
    <ActionForm
      lang={lang}
      action={action}
      ids={{ email: 'email', password: 'password' }}
      submit={signIn.submit}
      title={{ not_signed_in: null, too_many: signIn.tooMany }}
    >
      {({ typed, refused }) => (
        <>
          <input type="hidden" name="lang" value={lang} />
          <input type="hidden" name="next" value={next} />
          <Field
            id="email"
            name="email"
            type="email"
            label={signIn.email}
            autoComplete="username"
            value={typed('email')}
            refused={refused('email')}
          />
          <PasswordField
            id="password"
            name="password"
            label={signIn.password}
            show={signIn.show}
            refused={refused('password')}
          />
        </>
      )}
    </ActionForm>
  )
}

'use client'
import { ActionForm, Field, type FormAction, PasswordField } from '@/app/_ui/action-form.client'
import type { Language } from '@/lib/domain/vocabulary'
import { authWords } from '@/lib/i18n/auth'

type Props = { lang: Language; token: string; email: string | null; isReset: boolean; action: FormAction<null> }

export function InvitationForm({ lang, token, email, isReset, action }: Props) {
  const { invitation, signIn } = authWords(lang)
  return (
    <ActionForm
      lang={lang}
      action={action}
      ids={{ name: 'name', email: 'email', password: 'password' }}
      submit={isReset ? invitation.submitReset : invitation.submitJoin}
    >
      {({ typed, refused }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="locale" value={lang} />
          {!isReset && (
            <Field
              id="name"
              name="name"
              label={invitation.name}
              help={invitation.nameHelp}
              autoComplete="name"
              value={typed('name')}
              refused={refused('name')}
            />
          )}
          <Field
            id="email"
            name="email"
            type="email"
            label={invitation.email}
            help={isReset ? undefined : invitation.emailHelp}
            autoComplete="username"
            value={email ?? typed('email')}
            readOnly={email !== null}
            refused={refused('email')}
          />
          <PasswordField
            id="password"
            name="password"
            isNew
            label={invitation.password}
            help={invitation.passwordHelp}
            show={signIn.show}
            refused={refused('password')}
          />
        </>
      )}
    </ActionForm>
  )
}

'use client'
import { ActionForm, type FormAction } from '@/app/_ui/action-form.client'
import { DIGESTS, type MailChoice } from '@/lib/domain/mail-choice'
import type { Language } from '@/lib/domain/vocabulary'
import { deskTogetherWords } from '@/lib/i18n/desk-together'

type Props = { lang: Language; choice: MailChoice; action: FormAction<null> }

/** How often what is new comes by e-mail. */
export function MailForm({ lang, choice, action }: Props) {
  const { mail: t } = deskTogetherWords(lang)
  return (
    <ActionForm lang={lang} action={action} ids={{ digest: 'digest' }} submit={t.save}>
      {() => (
        <>
          <label className="f" htmlFor="digest">
            <span>{t.digest}</span>
            <select id="digest" name="digest" defaultValue={choice.digest} key={choice.digest}>
              {DIGESTS.map((it) => (
                <option key={it} value={it}>
                  {t.choices[it]}
                </option>
              ))}
            </select>
          </label>
          <label className="opt" htmlFor="mails-direct">
            <input
              id="mails-direct"
              type="checkbox"
              name="mailsDirect"
              value="true"
              defaultChecked={choice.mailsDirect}
              key={String(choice.mailsDirect)}
            />
            <span>
              {t.direct} <small>{t.directHelp}</small>
            </span>
          </label>
        </>
      )}
    </ActionForm>
  )
}

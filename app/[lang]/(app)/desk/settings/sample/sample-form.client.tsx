'use client'
import { ActionForm, Field, type FormAction } from '@/app/_ui/action-form.client'
import type { Language } from '@/lib/domain/vocabulary'
import { deskTourWords } from '@/lib/i18n/desk-tour'

type Props = { lang: Language; act: 'reset' | 'delete' | 'restore'; title: string; action: FormAction<null> }

/** One thing to do with the sample; what cannot be done by a slip asks for the title of the dispatch. */
export function SampleForm({ lang, act, title, action }: Props) {
  const { sample: t } = deskTourWords(lang)
  const id = `confirm-${act}`
  return (
    <ActionForm lang={lang} action={action} ids={{ confirm: id }} submit={t[act]} submitClass="b">
      {({ typed, refused }) => (
        <>
          <input type="hidden" name="lang" value={lang} />
          <input type="hidden" name="act" value={act} />
          {act !== 'restore' && (
            <Field
              id={id}
              name="confirm"
              label={t.confirm}
              help={title}
              autoComplete="off"
              value={typed('confirm')}
              refused={refused('confirm') && t.notTheTitle}
            />
          )}
        </>
      )}
    </ActionForm>
  )
}

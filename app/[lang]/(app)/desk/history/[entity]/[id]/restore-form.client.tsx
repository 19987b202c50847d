'use client'
import { ActionForm, type FormAction } from '@/app/_ui/action-form.client'
import type { RevisedKind } from '@/lib/domain/revision'
import type { Language } from '@/lib/domain/vocabulary'
import { deskMemoryWords } from '@/lib/i18n/desk-memory'

type Props = {
  lang: Language
  entity: RevisedKind
  id: string
  /** The version on the page, and the one whose values come back. */
  version: number
  n: number
  action: FormAction<null>
}

/** Puts a former state back, with a reason history keeps. */
export function RestoreForm({ lang, entity, id, version, n, action }: Props) {
  const t = deskMemoryWords(lang).history
  const field = `reason-${n}`
  return (
    <ActionForm lang={lang} action={action} ids={{ reason: field }} submit={t.restore} submitName={t.restoreName(n)}>
      {(answer) => (
        <>
          {Object.entries({ lang, entity, id, version, n }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label className="f" htmlFor={field}>
            <span>{t.reason}</span>
            {answer.refused('reason') && (
              <small>
                <strong>{answer.refused('reason')}</strong>
              </small>
            )}
            <input id={field} name="reason" type="text" defaultValue={answer.typed('reason')} />
          </label>
        </>
      )}
    </ActionForm>
  )
}

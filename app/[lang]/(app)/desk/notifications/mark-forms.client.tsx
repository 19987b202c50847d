'use client'
import type { Language } from '@/lib/domain/vocabulary'
import { type FormAction, WorkForm } from '../verdicts/_parts/work-form.client'

type Props = {
  lang: Language
  action: FormAction
  /** What the form says: which line, up to which line, and where to go. */
  fields: Record<string, string>
  label: string
  name?: string
  look?: string
}

/** One button: mark as read, or open. */
export function MarkForm({ lang, action, fields, label, name, look = 'b bare' }: Props) {
  return (
    <WorkForm
      lang={lang}
      action={action}
      prefix={`mark-${Object.values(fields).join('-')}`}
      labels={{}}
      submit={label}
      submitClass={look}
      className="plain"
      {...(name ? { submitName: name } : {})}
    >
      {() => Object.entries(fields).map(([key, value]) => <input key={key} type="hidden" name={key} value={value} />)}
    </WorkForm>
  )
}

'use client'
import type { AssignableKind } from '@/lib/domain/assignment'
import type { Named } from '@/lib/domain/note'
import type { Language } from '@/lib/domain/vocabulary'
import { deskTogetherWords } from '@/lib/i18n/desk-together'
import { SelectField } from '../../verdicts/_parts/work-fields.client'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'

type At = { lang: Language; kind: AssignableKind; id: string; version: number; action: FormAction }

const Where = ({ kind, id }: Pick<At, 'kind' | 'id'>) => (
  <>
    <input type="hidden" name="kind" value={kind} />
    <input type="hidden" name="id" value={id} />
  </>
)

/** One button: take it, or give it back. */
export function GiveForm({ personId, label, ...at }: At & { personId: string; label: string }) {
  const t = deskTogetherWords(at.lang).assignment
  return (
    <WorkForm
      lang={at.lang}
      action={at.action}
      prefix={`give-${at.kind}-${personId}`}
      labels={{ personId: t.person }}
      version={at.version}
      submit={label}
      submitClass="b"
      className="plain"
    >
      {() => (
        <>
          <Where {...at} />
          <input type="hidden" name="personId" value={personId} />
        </>
      )}
    </WorkForm>
  )
}

/** Somebody else, chosen by name. */
export function ChoosePersonForm({ people, label, ...at }: At & { people: readonly Named[]; label: string }) {
  const t = deskTogetherWords(at.lang).assignment
  return (
    <WorkForm
      lang={at.lang}
      action={at.action}
      prefix={`choose-${at.kind}`}
      labels={{ personId: t.person }}
      version={at.version}
      say={(_field, value) => people.find((it) => it.id === value)?.name ?? ''}
      submit={label}
      submitClass="b"
      className="choose-person"
    >
      {(answer) => (
        <>
          <Where {...at} />
          <SelectField
            lang={at.lang}
            answer={answer}
            name="personId"
            label={t.person}
            choices={[{ value: '', label: t.choose }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        </>
      )}
    </WorkForm>
  )
}

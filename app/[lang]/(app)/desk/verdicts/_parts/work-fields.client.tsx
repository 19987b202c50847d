'use client'
import type { ReactNode } from 'react'
import { TextBox } from '@/app/_ui/text-box.client'
import type { Language } from '@/lib/domain/vocabulary'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import type { Answer } from './work-form.client'

type FieldProps = {
  lang: Language
  answer: Answer
  name: string
  label: string
  saved?: string | null | undefined
  help?: string | undefined
  optional?: boolean
}
const described = (id: string, help: unknown, refused: unknown) =>
  [help ? `${id}-help` : '', refused ? `${id}-refused` : ''].filter(Boolean).join(' ') || undefined

/** The label of a field with its help and its refusal. */
function Labelled({ lang, answer, name, label, help, optional, children }: FieldProps & { children: ReactNode }) {
  const id = answer.id(name)
  const refused = answer.refused(name)
  return (
    <div className="f">
      <label htmlFor={id}>
        {label}
        {optional && <span className="dim"> ({deskReviewWords(lang).form.optional})</span>}
      </label>
      {help && <small id={`${id}-help`}>{help}</small>}
      {refused && (
        <small id={`${id}-refused`} className="refused">
          <strong>{refused}</strong>
        </small>
      )}
      {children}
    </div>
  )
}

export function LineField({ type = 'text', ...props }: FieldProps & { type?: 'text' | 'url' | 'date' }) {
  const { answer, name, saved, help } = props
  const id = answer.id(name)
  const refused = answer.refused(name)
  return (
    <Labelled {...props}>
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={answer.value(name, saved)}
        aria-invalid={refused ? true : undefined}
        aria-describedby={described(id, help, refused)}
      />
    </Labelled>
  )
}

export function ProseField({ rows = 3, ...props }: FieldProps & { rows?: number; its?: Language }) {
  const { answer, name, saved, help, its } = props
  const id = answer.id(name)
  const refused = answer.refused(name)
  return (
    <Labelled {...props}>
      <TextBox
        id={id}
        name={name}
        rows={rows}
        lang={its}
        defaultValue={answer.value(name, saved)}
        aria-invalid={refused ? true : undefined}
        aria-describedby={described(id, help, refused)}
      />
    </Labelled>
  )
}

export type Choice = { value: string; label: string; help?: string | undefined }

export function SelectField({ choices, ...props }: FieldProps & { choices: readonly Choice[] }) {
  const { answer, name, saved, help } = props
  const id = answer.id(name)
  const refused = answer.refused(name)
  const value = answer.value(name, saved)
  return (
    <Labelled {...props}>
      <select
        key={value}
        id={id}
        name={name}
        defaultValue={value}
        aria-invalid={refused ? true : undefined}
        aria-describedby={described(id, help, refused)}
      >
        {choices.map((it) => (
          <option key={it.value} value={it.value}>
            {it.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

type RadioProps = Omit<FieldProps, 'optional' | 'lang'> & {
  choices: readonly (Choice & { mark?: ReactNode })[]
  className?: string
}

/** One of a few, each with its word, its mark and what it means. */
export function RadioField({ answer, name, label, saved, help, choices, className }: RadioProps) {
  const id = answer.id(name)
  const refused = answer.refused(name)
  const value = answer.value(name, saved)
  return (
    <fieldset id={id} tabIndex={-1} className={className} aria-describedby={described(id, help, refused)}>
      <legend>{label}</legend>
      {help && (
        <small id={`${id}-help`} className="dim">
          {help}
        </small>
      )}
      {refused && (
        <small id={`${id}-refused`} className="refused">
          <strong>{refused}</strong>
        </small>
      )}
      {choices.map((it) => {
        const own = `${id}-${it.value}`
        return (
          <label key={`${it.value} ${value}`} className="opt" htmlFor={own}>
            <input id={own} type="radio" name={name} value={it.value} defaultChecked={it.value === value} />
            <span>
              {it.mark ?? it.label}
              {it.help && <small>{it.help}</small>}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}

type CheckProps = { answer: Answer; name: string; value?: string; saved: boolean; label: ReactNode }

export function CheckField({ answer, name, value = 'on', saved, label }: CheckProps) {
  const isChecked = answer.isChecked(name, value, saved)
  const id = answer.id(`${name}.${value}`)
  return (
    <label className="opt" htmlFor={id}>
      <input key={String(isChecked)} id={id} type="checkbox" name={name} value={value} defaultChecked={isChecked} />
      <span>{label}</span>
    </label>
  )
}

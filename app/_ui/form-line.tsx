import type { ReactNode } from 'react'

type Its = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined }
/** A labelled field with its help and its refusal tied to it. */
export function Line({
  id,
  label,
  help,
  refused,
  children,
}: {
  id: string
  label: string
  help?: string
  refused?: string | undefined
  children: (its: Its) => ReactNode
}) {
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      {help && <small id={`${id}-help`}>{help}</small>}
      {refused && (
        <small id={`${id}-refused`}>
          <strong>{refused}</strong>
        </small>
      )}
      {children({
        id,
        'aria-invalid': refused ? true : undefined,
        'aria-describedby': [help && `${id}-help`, refused && `${id}-refused`].filter(Boolean).join(' ') || undefined,
      })}
    </div>
  )
}

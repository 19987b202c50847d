'use client'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Named } from '@/lib/domain/note'
import type { Language } from '@/lib/domain/vocabulary'
import { deskTogetherWords } from '@/lib/i18n/desk-together'
import type { Answer } from '../../verdicts/_parts/work-form.client'

const SHOWN = 8
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
/** What is being typed after the last `@` before the caret: at most three words, as names have. */
const ASKED = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}’'-]*(?: [\p{L}\p{N}’'-]+){0,2})$/u

type Props = {
  lang: Language
  answer: Answer
  label: string
  people: readonly Named[]
  saved?: string | undefined
  rows?: number
}

/**
 * The text of a note. Typing `@` opens the list of people; arrows, Enter or a click take one. Typing the whole name does the
 * same, which is all there is before JavaScript.
 */
export function MentionField({ lang, answer, label, people, saved, rows = 3 }: Props) {
  const t = deskTogetherWords(lang).thread
  const box = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const [found, setFound] = useState<readonly Named[]>([])
  const [at, setAt] = useState(0)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const id = answer.id('body')
  const refused = answer.refused('body')
  const isOpen = found.length > 0

  const look = () => {
    const field = box.current
    const asked = field && ASKED.exec(field.value.slice(0, field.selectionStart))?.[1]
    const wanted = typeof asked === 'string' ? plain(asked) : null
    setAt(0)
    setFound(
      wanted === null ? [] : people.filter(({ name }) => ` ${plain(name)}`.includes(` ${wanted}`)).slice(0, SHOWN),
    )
  }
  const take = (person: Named | undefined) => {
    const field = box.current
    if (!field || !person) return
    const before = field.value.slice(0, field.selectionStart)
    const start = before.lastIndexOf('@')
    field.setRangeText(`@${person.name} `, start < 0 ? before.length : start, before.length, 'end')
    setChosen((ids) => (ids.includes(person.id) ? ids : [...ids, person.id]))
    setFound([])
    field.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setAt((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length)
    } else if (event.key === 'Enter' || event.key === 'Tab') take(found[at])
    else if (event.key === 'Escape') setFound([])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="f mention-field">
      <label htmlFor={id}>{label}</label>
      <small id={`${id}-help`}>{t.help}</small>
      {refused && (
        <small id={`${id}-refused`} className="refused">
          <strong>{refused}</strong>
        </small>
      )}
      <textarea
        ref={box}
        id={id}
        name="body"
        rows={rows}
        dir="auto"
        defaultValue={answer.value('body', saved)}
        onInput={look}
        onKeyDown={onKeyDown}
        onBlur={() => setFound([])}
        aria-invalid={refused ? true : undefined}
        aria-describedby={refused ? `${id}-refused ${id}-help` : `${id}-help`}
        aria-autocomplete="list"
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? `${list}-${at}` : undefined}
      />
      {isOpen && (
        <div id={list} role="listbox" aria-label={t.people} className="people-list">
          {found.map((person, i) => (
            <div
              key={person.id}
              id={`${list}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              // Before the field loses the focus.
              onPointerDown={(event) => {
                event.preventDefault()
                take(person)
              }}
            >
              <bdi>{person.name}</bdi>
            </div>
          ))}
        </div>
      )}
      <span role="status" className="vh">
        {isOpen ? t.peopleFound(found.length) : ''}
      </span>
      {chosen.map((person) => (
        <input key={person} type="hidden" name="mentions" value={person} />
      ))}
    </div>
  )
}

import { type RefObject, useEffect, useRef, useState } from 'react'
import { type Draft, useDraft } from './drafts.client'

type Fields = Record<string, string | string[]>
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
/** Not somebody's words: what the page put there, what is secret, what cannot be put back. */
const NOT_KEPT = new Set(['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image'])

const fieldsIn = (form: HTMLFormElement): Field[] =>
  Array.from(form.elements).filter(
    (it): it is Field =>
      (it instanceof HTMLTextAreaElement || it instanceof HTMLSelectElement || it instanceof HTMLInputElement) &&
      it.name !== '' &&
      !NOT_KEPT.has(it.type),
  )

/** What stands in a form now, by name; boxes that may be ticked together as a list. */
export function fieldsOf(form: HTMLFormElement): Fields {
  const fields: Fields = {}
  for (const it of fieldsIn(form)) {
    if (it.type === 'checkbox') {
      const before = fields[it.name]
      const ticked = Array.isArray(before) ? before : []
      fields[it.name] = (it as HTMLInputElement).checked ? [...ticked, it.value] : ticked
    } else if (it.type !== 'radio' || (it as HTMLInputElement).checked) fields[it.name] = it.value
  }
  return fields
}

/** Puts back what stood in a form; nothing given is the form as the page made it. */
function fill(form: HTMLFormElement, fields: Fields): void {
  if (Object.keys(fields).length === 0) {
    form.reset()
    return
  }
  for (const it of fieldsIn(form)) {
    const was = fields[it.name]
    if (was === undefined) continue
    if (it instanceof HTMLInputElement && (it.type === 'checkbox' || it.type === 'radio'))
      it.checked = Array.isArray(was) ? was.includes(it.value) : was === it.value
    else if (typeof was === 'string') it.value = was
  }
}

type Content = { fields: Fields; version?: number | undefined }
const UNTOUCHED: Content = { fields: {} }
type Form = {
  form: RefObject<HTMLFormElement | null>
  /** `null` keeps nothing. */
  draftKey: string | null
  version?: number | undefined
  isSending: boolean
  /** The last answer; a redirect leaves the one before it. */
  result: { ok: boolean } | null
}
type FormDraft = Omit<Draft, 'drop' | 'hold' | 'release'> & {
  onInput: () => void
  onSubmit: () => void
  version: number | undefined
}

/**
 * The draft of a form whose fields belong to the page; dropped when the form was accepted. It carries the version its writer
 * saw when the writing began: what somebody saved in between is then shown as two texts, as for every stale save, and not
 * written over.
 */
export function useFormDraft({ form, draftKey, version, isSending, result }: Form): FormDraft {
  const [content, setContent] = useState<Content>(UNTOUCHED)
  const { drop, hold, release, ...draft } = useDraft<Content>(draftKey, content, (found) => {
    if (form.current) fill(form.current, found.fields)
    setContent(found)
  })
  const sent = useRef<{ before: { ok: boolean } | null } | null>(null)
  const forget = useRef(drop)
  const goOn = useRef(release)
  useEffect(() => {
    forget.current = drop
    goOn.current = release
  })
  useEffect(() => {
    if (isSending || sent.current === null) return
    const isRefused = result?.ok === false && result !== sent.current.before
    sent.current = null
    if (isRefused) {
      goOn.current()
      return
    }
    setContent(UNTOUCHED)
    forget.current(UNTOUCHED)
  }, [isSending, result])
  // Accepted and led elsewhere: the form is gone before it hears its answer.
  useEffect(
    () => () => {
      if (sent.current) forget.current(UNTOUCHED)
    },
    [],
  )
  return {
    ...draft,
    version: content.version ?? version,
    onInput: () => {
      if (form.current) setContent({ fields: fieldsOf(form.current), version: content.version ?? version })
    },
    onSubmit: () => {
      sent.current = { before: result }
      hold()
    },
  }
}

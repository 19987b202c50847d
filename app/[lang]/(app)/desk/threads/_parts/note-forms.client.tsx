'use client'
import { useId } from 'react'
import type { Named, NoteTarget } from '@/lib/domain/note'
import type { Language } from '@/lib/domain/vocabulary'
import { deskTogetherWords } from '@/lib/i18n/desk-together'
import { type FormAction, WorkForm } from '../../verdicts/_parts/work-form.client'
import { MentionField } from './mention-field.client'

type Write = {
  lang: Language
  target: NoteTarget
  people: readonly Named[]
  action: FormAction
  /** The first note of the thread that is answered. */
  answers?: { id: string; author: string }
}

/** A new note, or an answer to one. */
export function WriteNoteForm({ lang, target, people, action, answers }: Write) {
  const t = deskTogetherWords(lang).thread
  const label = answers ? t.answerTo(answers.author) : t.body
  return (
    <WorkForm
      lang={lang}
      action={action}
      prefix={`note-${answers?.id ?? `${target.kind}-${target.id}`}`}
      draftKey={`note:${answers?.id ?? `${target.kind}.${target.id}`}`}
      labels={{ body: label }}
      submit={answers ? t.sendAnswer : t.send}
      submitClass="b"
    >
      {(answer) => (
        <>
          <input type="hidden" name="targetKind" value={target.kind} />
          <input type="hidden" name="targetId" value={target.id} />
          {answers && <input type="hidden" name="parentId" value={answers.id} />}
          <MentionField lang={lang} answer={answer} label={label} people={people} rows={answers ? 2 : 3} />
        </>
      )}
    </WorkForm>
  )
}

type Change = {
  lang: Language
  noteId: string
  version: number
  body: string
  people: readonly Named[]
  action: FormAction
}

/** The words of one's own note. A stale save shows both texts. */
export function ChangeNoteForm({ lang, noteId, version, body, people, action }: Change) {
  const t = deskTogetherWords(lang).thread
  return (
    <WorkForm
      lang={lang}
      action={action}
      prefix={`change-${noteId}`}
      draftKey={`note-change:${noteId}`}
      labels={{ body: t.changeOwn }}
      version={version}
      submit={t.save}
      submitClass="b"
    >
      {(answer) => (
        <>
          <input type="hidden" name="noteId" value={noteId} />
          <MentionField lang={lang} answer={answer} label={t.changeOwn} people={people} saved={body} />
        </>
      )}
    </WorkForm>
  )
}

type Move = {
  lang: Language
  noteId: string
  version: number
  to: 'settled' | 'open' | 'withdrawn' | 'restored'
  label: string
  name?: string
  action: FormAction
}

/** One button that moves a note: settled or open, withdrawn or back. */
export function MoveNoteForm({ lang, noteId, version, to, label, name, action }: Move) {
  const own = useId()
  return (
    <WorkForm
      lang={lang}
      action={action}
      prefix={`${own}${to}`}
      labels={{}}
      version={version}
      submit={label}
      submitClass="b bare"
      className="plain"
      {...(name ? { submitName: name } : {})}
    >
      {() => (
        <>
          <input type="hidden" name="noteId" value={noteId} />
          <input type="hidden" name="to" value={to} />
        </>
      )}
    </WorkForm>
  )
}

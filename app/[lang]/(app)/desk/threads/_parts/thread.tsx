import type { Named, NotePiece, NoteTarget } from '@/lib/domain/note'
import type { Language } from '@/lib/domain/vocabulary'
import { deskTogetherWords } from '@/lib/i18n/desk-together'
import { Moment } from '@/lib/present/parts/when'
import { loadThread, type NoteView, type ThreadView } from '@/lib/services/load-thread'
import { asKnown } from '@/lib/web/as-known'
import * as actions from '../actions'
import { ChangeNoteForm, MoveNoteForm, WriteNoteForm } from './note-forms.client'

type Props = { lang: Language; target: NoteTarget; heading?: 'h2' | 'h3' }

/** The notes on one thing, open threads first, and the place to write. Works as plain forms. */
export async function Thread({ lang, target, heading: Heading = 'h2' }: Props) {
  const { threads, people, mayWrite, count } = await asKnown((desk) => loadThread(desk, target))
  const t = deskTogetherWords(lang).thread
  const open = threads.filter(({ settled }) => settled === null)
  const settled = threads.filter((it) => it.settled !== null)
  const title = `discussion-${target.kind}`
  const shown = (its: readonly ThreadView[]) => (
    <ol className="threads">
      {its.map((it) => (
        <li key={it.first.id}>
          <OneThread {...{ lang, target, people, mayWrite }} thread={it} />
        </li>
      ))}
    </ol>
  )
  return (
    <section className="sec discussion" aria-labelledby={title}>
      <Heading id={title}>{t.titles[target.kind]}</Heading>
      <p className="dim small">
        <span role="status">{count > 0 && `${t.notes(count)}. `}</span>
        {count === 0 ? t.none : t.internal}
      </p>
      {open.length > 0 && shown(open)}
      {mayWrite ? (
        <WriteNoteForm lang={lang} target={target} people={people} action={actions.addNoteAction} />
      ) : (
        <p className="dim">{t.mayNot}</p>
      )}
      {settled.length > 0 && (
        <details>
          <summary>{t.settledThreads(settled.length)}</summary>
          {shown(settled)}
        </details>
      )}
    </section>
  )
}

type Each = { lang: Language; target: NoteTarget; people: readonly Named[]; mayWrite: boolean; thread: ThreadView }

function OneThread({ lang, target, people, mayWrite, thread }: Each) {
  const { first, answers, settled } = thread
  const t = deskTogetherWords(lang).thread
  return (
    <article className="one-thread" aria-label={`${t.title}, ${first.author}`}>
      <Note lang={lang} note={first} people={people} />
      {settled && (
        <p className="dim small">
          <span className="tag ok">{t.settledBy(settled.by)}</span> <Moment lang={lang} iso={settled.at} />
        </p>
      )}
      {answers.length > 0 && (
        <ol className="answers">
          {answers.map((it) => (
            <li key={it.id}>
              <Note lang={lang} note={it} people={people} />
            </li>
          ))}
        </ol>
      )}
      {mayWrite && first.body !== null && (
        <div className="acts">
          {settled === null && (
            <details key={`answer ${answers.length}`}>
              <summary>{t.answer}</summary>
              <WriteNoteForm {...{ lang, target, people }} answers={first} action={actions.addNoteAction} />
            </details>
          )}
          <MoveNoteForm
            key={`settle ${first.version}`}
            lang={lang}
            noteId={first.id}
            version={first.version}
            to={settled ? 'open' : 'settled'}
            label={settled ? t.reopen : t.settle}
            {...(settled ? {} : { name: t.settleNamed(first.author) })}
            action={actions.settleNoteAction}
          />
        </div>
      )}
    </article>
  )
}

const initials = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word) => [...word][0] ?? '')
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join('')
    .toUpperCase()

function Note({ lang, note, people }: { lang: Language; note: NoteView; people: readonly Named[] }) {
  const t = deskTogetherWords(lang).thread
  const at = { lang, noteId: note.id, version: note.version }
  return (
    <div className="note" id={`note-${note.id}`}>
      <span className="av" aria-hidden="true">
        {initials(note.author)}
      </span>
      <div>
        <p className="note-head">
          <bdi>
            <strong>{note.author}</strong>
          </bdi>{' '}
          <span className="dim small">
            <Moment lang={lang} iso={note.at} />
          </span>{' '}
          {note.asksForChanges && <span className="tag">{t.asksForChanges}</span>}
        </p>
        {note.body === null ? (
          <p className="dim">{t.withdrawn}</p>
        ) : (
          note.paragraphs.map((pieces, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a note do not move
            <p key={i} className="note-words" dir="auto">
              <Pieces pieces={pieces} />
            </p>
          ))
        )}
        <div className="acts">
          {note.isMine && note.body !== null && (
            <details key={`change ${note.version}`}>
              <summary>{t.change}</summary>
              <ChangeNoteForm {...at} body={note.body} people={people} action={actions.changeNoteAction} />
            </details>
          )}
          {note.mayWithdraw && (
            <MoveNoteForm
              key={`move ${note.version}`}
              {...at}
              to={note.body === null ? 'restored' : 'withdrawn'}
              label={note.body === null ? t.restore : t.withdraw}
              {...(note.body === null ? {} : { name: t.withdrawNamed(note.author) })}
              action={actions.withdrawNoteAction}
            />
          )}
        </div>
      </div>
    </div>
  )
}

/** Words, links and names. A link says nothing of us to where it leads. */
const Pieces = ({ pieces }: { pieces: readonly NotePiece[] }) =>
  pieces.map((piece, i) => {
    const key = `${i} ${piece.kind}`
    if (piece.kind === 'link')
      return (
        <a key={key} href={piece.href} rel="nofollow noopener noreferrer">
          {piece.text}
        </a>
      )
    return piece.kind === 'mention' ? (
      <b key={key} className="mention">
        {piece.text}
      </b>
    ) : (
      <span key={key}>{piece.text}</span>
    )
  })

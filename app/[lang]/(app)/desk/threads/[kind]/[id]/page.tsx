import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { isUuid } from '@/lib/domain/ids'
import { NOTE_TARGETS, type NoteTarget } from '@/lib/domain/note'
import { deskTogetherWords } from '@/lib/i18n/desk-together'
import { deskPlacePath } from '@/lib/present/desk-places'
import { ownText } from '@/lib/present/parts/own-words'
import { loadNoteTarget } from '@/lib/services/load-note-target'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Thread } from '../../_parts/thread'

type Props = { params: Promise<{ lang: string; kind: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskTogetherWords(await languageOfParams(params)).thread.title }
}

/** The discussion of something that has no page of its own at the desk; where it has one, the way there. */
export default async function ThreadPage({ params }: Props) {
  const lang = await languageOfParams(params)
  const { kind, id } = await params
  await requireSession(lang)
  const known = NOTE_TARGETS.find((it) => it === kind)
  if (!known || !isUuid(id)) notFound()
  const target: NoteTarget = { kind: known, id }
  const place = await orNotFound(loadNoteTarget(await deskOfRequest(), target))
  const path = deskPlacePath(lang, place)
  if (!path.startsWith(`/${lang}/desk/threads/`)) redirect(path)
  return (
    <main id="main" className="pane">
      <h1 className="h1">{ownText(lang, place.fr, place.en)}</h1>
      <Thread lang={lang} target={target} />
    </main>
  )
}

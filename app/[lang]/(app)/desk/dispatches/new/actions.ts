'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { Fault } from '@/lib/domain/fault'
import { readTicket } from '@/lib/domain/report'
import { AddDispatch, addDispatch } from '@/lib/services/add-dispatch'
import { allowPageFetch } from '@/lib/services/allow-page-fetch'
import { formAction } from '@/lib/web/action'
import { readDispatchFileFor, readDispatchPage } from '@/lib/web/dispatch-file'
import { fetchesPages } from '@/lib/web/fetch-page'
import { offerUndo } from '@/lib/web/undo-offer'

const Form = AddDispatch.omit({ boilerplate: true, slug: true }).extend({
  lang: z.enum(['fr', 'en']),
  /** The message of a reader the text comes from: the way back to it. */
  report: z.string().optional(),
})

export const addDispatchAction = formAction(Form, async (desk, { lang, report, ...input }): Promise<null> => {
  // A browser sends every line break of a text area as CR LF (HTML, "constructing entry list"); the pasted text had LF.
  const { slug, undo } = await addDispatch(desk, { ...input, text: input.text.replaceAll('\r\n', '\n') })
  await offerUndo(undo)
  const ticket = readTicket(report ?? '')
  redirect(`/${lang}/desk/dispatches/${slug}${ticket === null ? '' : `?report=${ticket}`}`)
})

const FileForm = z.object({
  lang: z.enum(['fr', 'en']),
  file: z.instanceof(File).optional(),
  address: z.string().max(2_048).optional(),
})

/** Reads a file, or a page where that is allowed, into the form below it; nothing is kept. */
export const readDispatchFileAction = formAction(FileForm, async (desk, { file, address }) => {
  if (!address?.trim())
    return readDispatchFileFor(desk.actor, Buffer.from(file ? await file.arrayBuffer() : new ArrayBuffer(0)))
  if (!fetchesPages()) throw new Fault('not_found', 'pages are not fetched here')
  await allowPageFetch(desk)
  return readDispatchPage(address)
})

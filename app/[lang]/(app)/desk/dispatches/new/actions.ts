'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readTicket } from '@/lib/domain/report'
import { AddDispatch, addDispatch } from '@/lib/services/add-dispatch'
import { formAction } from '@/lib/web/action'
import { readDispatchFileFor } from '@/lib/web/dispatch-file'
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

const FileForm = z.object({ lang: z.enum(['fr', 'en']), file: z.instanceof(File) })

/** Reads a file into the form below it; nothing is kept. */
export const readDispatchFileAction = formAction(FileForm, async ({ actor }, { file }) =>
  readDispatchFileFor(actor, Buffer.from(await file.arrayBuffer())),
)

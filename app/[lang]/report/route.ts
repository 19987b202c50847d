import { Fault } from '@/lib/domain/fault'
import { aboutText, readAbout } from '@/lib/domain/report'
import { isLanguage, type Language } from '@/lib/domain/vocabulary'
import { type ReportForm, type ReportRefusal, reportDocument } from '@/lib/present/documents/report-document'
import { sentDocument } from '@/lib/present/documents/ticket-document'
import { loadReportSubject } from '@/lib/services/load-report'
import { brokenAnswer, freshAnswer, notFoundAnswer, siteContext } from '@/lib/web/public-document'
import { languageOfReader } from '@/lib/web/public-route'
import { handInReport, readReport } from '@/lib/web/report'

export const dynamic = 'force-dynamic'

type Params = { params: Promise<{ lang: string }> }

/** The subject of the form, or null: what is not public and what is nowhere look the same. */
async function subjectOf(text: string): Promise<ReportForm['about']> {
  const about = readAbout(text)
  const title = about && (await loadReportSubject(about))
  return about && title ? { text: aboutText(about), ...title } : null
}

/** The form. What it is about and what kind it is may stand in the address. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { lang } = await params
  if (!isLanguage(lang)) return notFoundAnswer(request, languageOfReader(request))
  try {
    const asked = new URL(request.url).searchParams
    const about = await subjectOf(asked.get('about') ?? '')
    const kind = asked.get('kind') ?? (about ? 'error' : '')
    const form = { kind, about, place: '', words: '', contact: '', subject: '' }
    return freshAnswer(request, reportDocument(form, null, await siteContext(lang)))
  } catch (error) {
    return brokenAnswer(request, lang, error)
  }
}
export const HEAD = GET

const STATUS = { too_many: 429, too_long: 413, fields: 422, turned: 200 } as const

/**
 * Hands in what was typed, and answers with the number; or says what to mend, with everything typed still there. Who changes
 * language sends the form to the other one, so that the words go along in no address and no cookie; nothing is handed in then.
 */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { lang } = await params
  if (!isLanguage(lang)) return notFoundAnswer(request, languageOfReader(request))
  try {
    const sent = await readReport(request)
    if (sent === null) return await shownAgain(request, lang, { ...EMPTY, about: '' }, 'too_long')
    const { typed, isSent } = sent
    if (!isSent) return await shownAgain(request, lang, typed, 'turned')
    try {
      const { ticket } = await handInReport(request, lang, typed)
      return freshAnswer(request, sentDocument(ticket, await siteContext(lang)), 'no-store', 201)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      if (error.code === 'too_many') return await shownAgain(request, lang, typed, 'too_many')
      return await shownAgain(request, lang, typed, { fields: error.fields })
    }
  } catch (error) {
    return brokenAnswer(request, lang, error)
  }
}

const EMPTY = { kind: '', place: '', words: '', contact: '', subject: '' }

async function shownAgain(
  request: Request,
  lang: Language,
  { about, ...typed }: typeof EMPTY & { about: string },
  why: NonNullable<ReportRefusal>,
): Promise<Response> {
  const html = reportDocument({ ...typed, about: await subjectOf(about) }, why, await siteContext(lang))
  return freshAnswer(request, html, 'no-store', STATUS[typeof why === 'string' ? why : 'fields'])
}

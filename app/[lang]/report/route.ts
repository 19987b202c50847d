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

const STATUS = { too_many: 429, too_long: 413, fields: 422 } as const

/** Hands in what was typed, and answers with the number; or says what to mend, with everything typed still there. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { lang } = await params
  if (!isLanguage(lang)) return notFoundAnswer(request, languageOfReader(request))
  try {
    const sent = await readReport(request)
    if (sent === null) return await refused(request, lang, { ...EMPTY, about: '' }, 'too_long')
    try {
      const { ticket } = await handInReport(request, lang, sent)
      return freshAnswer(request, sentDocument(ticket, await siteContext(lang)), 'no-store', 201)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      if (error.code === 'too_many') return await refused(request, lang, sent, 'too_many')
      return await refused(request, lang, sent, { fields: error.fields })
    }
  } catch (error) {
    return brokenAnswer(request, lang, error)
  }
}

const EMPTY = { kind: '', place: '', words: '', contact: '', subject: '' }

async function refused(
  request: Request,
  lang: Language,
  { about, ...typed }: typeof EMPTY & { about: string },
  why: NonNullable<ReportRefusal>,
): Promise<Response> {
  const html = reportDocument({ ...typed, about: await subjectOf(about) }, why, await siteContext(lang))
  return freshAnswer(request, html, 'no-store', STATUS[typeof why === 'string' ? why : 'fields'])
}

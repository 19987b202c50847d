import { refusedHead, refusedLine } from '@/lib/present/refused-csv'
import { refusedRows } from '@/lib/services/refused-rows'
import { languageOf } from '@/lib/web/problem'
import { route } from '@/lib/web/route'
import { streamOf } from '@/lib/web/text-stream'

/** The refused rows of an import as CSV for a spreadsheet, each with the reason, to be mended there and sent again. */
export const GET = route<{ id: string }>(async (request, desk, { id }) => {
  const lang = languageOf(request)
  const { names, rows } = await refusedRows(desk, id)
  async function* lines(): AsyncGenerator<string> {
    yield refusedHead(names, lang)
    for await (const some of rows) yield some.map((it) => refusedLine(it, names.length, lang)).join('')
  }
  return new Response(streamOf(lines()), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="recoupe-refused-${id.slice(0, 8)}.csv"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
})

import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import type { Language } from '@/lib/domain/vocabulary'
import { refusedHead, refusedLine } from '@/lib/present/refused-csv'
import { refusedRows } from '@/lib/services/refused-rows'
import { streamOf } from './text-stream'

/** The refused rows of an import as CSV for a spreadsheet, each with the reason, to be mended there and sent again. */
export async function refusedFile(
  desk: Pick<Desk<PrismaClient>, 'db' | 'actor'>,
  importId: string,
  lang: Language,
): Promise<Response> {
  const { names, rows } = await refusedRows(desk, importId)
  async function* lines(): AsyncGenerator<string> {
    yield refusedHead(names, lang)
    for await (const some of rows) yield some.map((it) => refusedLine(it, names.length, lang)).join('')
  }
  return new Response(streamOf(lines()), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="recoupe-refused-${importId.slice(0, 8)}.csv"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

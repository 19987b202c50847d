import { languageOf } from '@/lib/web/problem'
import { refusedFile } from '@/lib/web/refused-file'
import { route } from '@/lib/web/route'

/** The refused rows of an import, for its page. */
export const GET = route<{ id: string }>((request, desk, { id }) => refusedFile(desk, id, languageOf(request)))

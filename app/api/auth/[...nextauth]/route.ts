import { answerAuth } from '@/lib/web/auth-route'

type Context = { params: Promise<{ nextauth: string[] }> }

const answer = async (request: Request, { params }: Context): Promise<Response> =>
  answerAuth(request, (await params).nextauth)

export const GET = answer
export const POST = answer
export const dynamic = 'force-dynamic'

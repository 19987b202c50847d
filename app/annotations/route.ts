import { annotationMethods, answerContainer } from '@/lib/web/annotation-answer'

export const dynamic = 'force-dynamic'

export const GET = (request: Request): Promise<Response> => answerContainer(request)
export const HEAD = GET
export const OPTIONS = annotationMethods

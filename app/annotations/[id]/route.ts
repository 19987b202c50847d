import { annotationMethods, answerAnnotation } from '@/lib/web/annotation-answer'

export const dynamic = 'force-dynamic'

export const GET = async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  answerAnnotation(request, (await params).id)
export const HEAD = GET
export const OPTIONS = annotationMethods

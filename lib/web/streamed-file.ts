import 'server-only'
import { FRESH } from './document-headers'
import { openHeaders, unanswered } from './machine-file'
import { logUnexpected, newRequestId } from './unexpected'

/**
 * A file for programs sent while it is being read, for what would not fit in memory. What fails before the first words is an
 * answer of its own; after that a failure cuts the file off, which a reader of JSON notices.
 */
export async function streamedFile(
  request: Request,
  { path, type }: { path: string; type: string },
  write: () => AsyncGenerator<string>,
): Promise<Response> {
  const headers = openHeaders(type, FRESH)
  if (request.method === 'HEAD') return new Response(null, { headers })
  const words = write()
  try {
    const first = await words.next()
    return new Response(bodyOf(first, words, path), { headers })
  } catch (error) {
    return unanswered(request, path, error)
  }
}

/** Read on only as fast as the reader takes it. */
function bodyOf(
  first: IteratorResult<string>,
  words: AsyncGenerator<string>,
  path: string,
): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder()
  let next: IteratorResult<string> | null = first
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = next ?? (await words.next())
          next = null
          if (done) controller.close()
          else controller.enqueue(bytes.encode(value))
        } catch (error) {
          logUnexpected(newRequestId(), `GET ${path} cut off`, error)
          throw error
        }
      },
      cancel: async () => {
        await words.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

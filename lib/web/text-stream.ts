import 'server-only'

/** Text as a body, made as it is read: whoever stops reading stops what makes it. */
export function streamOf(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const letters = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await text.next()
      if (done) controller.close()
      else controller.enqueue(letters.encode(value))
    },
    async cancel() {
      await text.return(undefined)
    },
  })
}

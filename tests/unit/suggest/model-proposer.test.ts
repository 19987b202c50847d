import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anchored } from '@/lib/domain/suggest/proposer'
import { suggest } from '@/lib/domain/suggest/suggest'
import { proposerOf } from '@/lib/web/model-proposer'

const TEXT = '😀 La ville est calme. Le maire n’a rien vu venir, dit-on, mais « tout le monde savait » au marché.'
/** What the loopback provider answers next, and what it was sent. */
let answer: (send: (status: number, body: string) => void) => void
let sent = ''
let server: Server
let url = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      sent = Buffer.concat(chunks).toString()
      answer((status, body) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const saying = (content: unknown) => (send: (status: number, body: string) => void) =>
  send(
    200,
    JSON.stringify({
      id: 'x',
      object: 'chat.completion',
      created: 0,
      model: 'm',
      choices: [
        {
          index: 0,
          finish_reason: 'stop',
          message: { role: 'assistant', content: typeof content === 'string' ? content : JSON.stringify(content) },
        },
      ],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    }),
  )
const ask = (signal = new AbortController().signal) =>
  proposerOf({ baseURL: url, model: 'm' }).propose(TEXT, 'fr', signal)
const one = (more: object = {}) => ({
  content: 'tout le monde savait',
  source: 'Le maire',
  cue: null,
  direct: true,
  ...more,
})

describe('a provider', () => {
  test('is asked for words, and its words are found in the text, in code points', async () => {
    answer = saying({ attributions: [one()] })
    const [found] = anchored(TEXT, await ask(), [])
    const points = [...TEXT]
    const at = found?.content[0] ?? { start: 0, end: 0 }
    expect(points.slice(at.start, at.end).join('')).toBe('tout le monde savait')
    expect(points.slice(found?.source?.start, found?.source?.end).join('')).toBe('Le maire')
    expect(JSON.parse(sent)).toMatchObject({ model: 'm', temperature: 0 })
    expect(sent).not.toContain('"tools"')
  })

  test('that rephrases, invents a source, or points at words that stand twice is not heard', async () => {
    answer = saying({
      attributions: [
        one({ content: 'tout le monde le savait déjà' }),
        one({ source: 'La préfète' }),
        one({ content: 'ville' }),
        one({ content: '' }),
      ],
    })
    expect(anchored(TEXT, await ask(), [])).toEqual([])
  })

  test('adds nothing to what the rules found', () => {
    const text = 'Selon le Figaro, des forces ont pris position à Sévaré.'
    const { attributions } = suggest(text, { language: 'fr' })
    expect(attributions).toHaveLength(1)
    expect(
      anchored(text, [one({ content: 'des forces ont pris position', source: 'le Figaro' })], attributions),
    ).toEqual([])
  })

  test.each([
    ['no JSON', 'Sure! Here you go'],
    ['another shape', { attributions: [{ content: 7 }] }],
    ['a flood', { attributions: Array.from({ length: 5_000 }, () => one()) }],
    ['words without end', { attributions: [one({ content: 'x'.repeat(100_000) })] }],
  ])('that answers %s is refused', async (_what, content) => {
    answer = saying(content)
    await expect(ask()).rejects.toThrow()
  })

  test('that fails is refused at once, and not asked again', async () => {
    let times = 0
    answer = (send) => {
      times++
      send(500, '{"error":{"message":"no"}}')
    }
    await expect(ask()).rejects.toThrow()
    expect(times).toBe(1)
  })

  test('that does not answer is left when the reviewer leaves', async () => {
    answer = () => undefined
    const leaving = new AbortController()
    const asked = ask(leaving.signal)
    setTimeout(() => leaving.abort(), 50)
    await expect(asked).rejects.toThrow()
  })
})

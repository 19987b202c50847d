import { expect, test } from 'vitest'
import { FormCut, formParts, textOfPart } from '@/lib/web/multipart'

const TYPE = 'multipart/form-data; boundary=----x1'
const body = (...fields: [head: string, words: string][]) =>
  Buffer.from(
    `${fields.map(([head, words]) => `------x1\r\nContent-Disposition: form-data; ${head}\r\n\r\n${words}\r\n`).join('')}------x1--\r\n`,
  )
async function* cut(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function read(bytes: Buffer, size: number, type = TYPE) {
  const found = []
  for await (const part of formParts(cut(bytes, size), type))
    found.push([part.name, part.fileName, await textOfPart(part)])
  return found
}
const form = body(
  ['name="lang"', 'fr'],
  ['name="file"; filename="été.csv"\r\nContent-Type: text/csv', 'a,b\r\n--\r\n------x\r\n1,2\r\n'],
  ['name="empty"', ''],
)

test('fields and files come through whole, wherever the network cuts them', async () => {
  const expected = [
    ['lang', null, 'fr'],
    ['file', 'été.csv', 'a,b\r\n--\r\n------x\r\n1,2\r\n'],
    ['empty', null, ''],
  ]
  for (let size = 1; size <= form.length; size++) expect(await read(form, size)).toEqual(expected)
})

test('a form that ends before its last boundary is cut, wherever that is', async () => {
  for (let length = 0; length < form.length - 4; length++)
    await expect(read(form.subarray(0, length), 9)).rejects.toThrow(FormCut)
  await expect(read(form, 9, 'application/json')).rejects.toThrow(FormCut)
})

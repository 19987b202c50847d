import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import type { Actor } from '@/lib/domain/permission'
import type { Letter } from '@/lib/present/news-letter'
import { addNote } from '@/lib/services/add-note'
import { assign } from '@/lib/services/assign'
import { changeClaim } from '@/lib/services/change-claim'
import { changeMailChoice } from '@/lib/services/change-mail-choice'
import { sendDueMail } from '@/lib/services/send-due-mail'
import { mailRound } from '@/lib/web/mail-round'
import { aClaim, aPerson, aSource, deskOf } from '@/tests/support/factories'

type Person = NonNullable<Actor>
const folder = mkdtempSync(join(tmpdir(), 'recoupe-mail-'))
process.env.RECOUPE_DATA_DIR = folder
const letters = () => {
  try {
    return readdirSync(join(folder, 'mail'))
      .filter((name) => name.endsWith('.eml'))
      .map((name) => readFileSync(join(folder, 'mail', name), 'utf8'))
  } catch {
    return [] // no letter yet, no folder
  }
}
/** The parts of a letter as they are read: quoted-printable and base64 undone. */
const parts = (eml: string) =>
  eml
    .split(/^--[^\r\n]+\r?\n/m)
    .slice(1)
    .map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n')
      const body = rest.join('\r\n\r\n')
      return /base64/i.test(head)
        ? Buffer.from(body, 'base64').toString()
        : Buffer.from(
            body
              .replace(/=\r\n/g, '')
              .replace(/=([0-9A-F]{2})/g, (_all, code) => String.fromCharCode(Number.parseInt(code, 16))),
            'latin1',
          ).toString()
    })
const named = async (name: string, locale = 'fr'): Promise<Person> => {
  const person = await aPerson()
  await deskDb().user.update({ where: { id: person.id }, data: { name, locale } })
  return person
}
const choose = async (person: Person, digest: 'off' | 'daily' | 'weekly', mailsDirect = false) =>
  changeMailChoice(await deskOf(person), { digest, mailsDirect })
const writeTo = async (name: string, body = 'Le témoin s’appelle Untel, voir') => {
  const { id } = await aClaim({
    chain: [{ sourceId: (await aSource({ name: 'Témoin à protéger' })).id, role: 'speaker' }],
  })
  await addNote(await deskOf(await aPerson()), { targetKind: 'claim', targetId: id, body: `${body} @${name}.` })
  return id
}

beforeEach(() => rmSync(join(folder, 'mail'), { recursive: true, force: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('who chose nothing gets nothing; who chose a digest gets one letter, in French, that says what happened and no more', async () => {
  await named('Aline Koné')
  const person = await named('Bakary Sissoko')
  await choose(person, 'daily')
  await writeTo('Aline Koné')
  await writeTo('Bakary Sissoko')
  expect(await mailRound()).toEqual({ sent: 1, failed: 0 })
  const [eml = '', ...others] = letters()
  expect(others).toEqual([])
  expect(eml).toMatch(/^List-Unsubscribe: <http:\/\/localhost:3000\/fr\/desk\/account#mail>/m)
  expect(eml).toMatch(/^Auto-Submitted: auto-generated/m)
  const [text = '', html = ''] = parts(eml)
  expect(text).toContain('vous nomme dans une note')
  expect(text).toMatch(/http:\/\/localhost:3000\/fr\/desk\/claims\/\S+/)
  expect(html).toContain('<html lang="fr">')
  for (const words of [text, html]) expect(words).not.toMatch(/Untel|protéger|Ils ont pris/)
  // What was mailed is not mailed again.
  expect(await mailRound()).toEqual({ sent: 0, failed: 0 })
})

test('it comes in English to whoever reads English, and a name in it is words, not markup', async () => {
  const person = await named('Carol <b>Smith', 'en')
  await choose(person, 'weekly')
  const { id } = await aClaim()
  await assign(await deskOf(await aPerson()), { kind: 'claim', id, version: 1, personId: person.id })
  await mailRound()
  const [text = '', html = ''] = parts(letters()[0] ?? '')
  expect(text).toContain('gave you claim')
  expect(html).toContain('Carol &lt;b&gt;Smith')
})

test('what is asked by name comes within the hour to whoever chose that; the rest does not', async () => {
  const person = await named('Djénéba Coulibaly')
  await choose(person, 'off', true)
  const [other] = [await aPerson()]
  const { id } = await aClaim()
  await assign(await deskOf(other), { kind: 'claim', id, version: 1, personId: person.id })
  await changeClaim(await deskOf(other), { claimId: id, version: 2, statementFr: 'Autre chose.' })
  expect(await mailRound()).toEqual({ sent: 1, failed: 0 })
  const [text = ''] = parts(letters()[0] ?? '')
  expect(text).toContain('vous confie')
  expect(text).not.toContain('a changé')
  await writeTo('Djénéba Coulibaly')
  expect(await mailRound()).toEqual({ sent: 0, failed: 0 })
})

test('two processes that write at once write one letter; one that did not leave is tried again', async () => {
  const person = await named('Élise Dao')
  await choose(person, 'daily')
  await writeTo('Élise Dao')
  const db = deskDb()
  const sent: Letter[] = []
  const slow = async (letter: Letter) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    sent.push(letter)
  }
  const now = new Date()
  await expect(
    sendDueMail({ db, now }, 'https://example.org', () => Promise.reject(new Error('no mail server'))),
  ).resolves.toEqual({ sent: 0, failed: 1 })
  await Promise.all([1, 2, 3].map(() => sendDueMail({ db, now }, 'https://example.org', slow)))
  expect(sent.map(({ to }) => to.name)).toEqual(['Élise Dao'])
})

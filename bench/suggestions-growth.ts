/**
 * Does the comparison of claims with the archive stay linear, and does it still find what is there? Synthetic claims with
 * planted pairs (one event, another number; another spelling of the name in half of them) are loaded into throw-away
 * databases of growing size and compared by the code of the server. Prints time, recall of the planted pairs, proposals
 * per claim, and the ratio of the times. News density per day is the same at every size, as in a real archive.
 *
 *   node --import ./bin/typescript.mjs bench/suggestions-growth.ts [--sizes 10000,100000]
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { addClaims, anAuthor, inThrowaway, placeOf } from './throwaway.mjs'

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '10000,100000' }, one: { type: 'string' } },
})
const PER_DAY = 40
const PLANTED = 0.05
const STARTS = 'Bam Kid Gao Men Tes Dou Nio Seg Kay Mop Tin Kor Dan Sik Bou Ans Ber Yel Far Lob'.split(' ')
const ENDS = 'ako al nan salit entza ro ou es ti bara bougou dara koro sso rem ongo limane gana ka dougou'.split(' ')
const PLACES = STARTS.flatMap((a) => ENDS.map((b) => a + b))
const WHO = 'Diallo Keita Traore Coulibaly Toure Maiga Cisse Dembele Sissoko Konate Sangare Diarra'.split(' ')
const DONE = [
  'attaque du convoi militaire a fait {n} morts',
  'effondrement du marché couvert a fait {n} blessés',
  'grève des transporteurs réunit {n} chauffeurs',
  'crue soudaine du fleuve a emporté {n} maisons',
  'distribution de semences profite à {n} paysans',
  'campagne de vaccination atteint {n} enfants',
]

/** A sequence that is the same at every run. */
function sequence(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

async function measure(size: number) {
  let figures = { seconds: 0, recall: 0, perClaim: 0, last: 0 }
  await inThrowaway(async (client: pg.Client, url: string) => {
    const next = sequence(7)
    const pick = (list: readonly string[]) => list[next(list.length)] ?? ''
    const texts: { fr: string; day: number }[] = []
    const planted: [number, number][] = []
    while (texts.length < size) {
      const day = Math.floor(texts.length / PER_DAY)
      const [place, who, done, n] = [pick(PLACES), pick(WHO), pick(DONE), 10 + next(400)]
      const said = (town: string, many: number) => `Selon ${who}, l’${done.replace('{n}', String(many))} à ${town}.`
      texts.push({ fr: said(place, n), day })
      if (next(1_000) < PLANTED * 1_000 && texts.length < size) {
        planted.push([texts.length - 1, texts.length])
        texts.push({
          fr: said(next(2) ? place.replace('ou', 'u').replace('k', 'kk') : place, n + 50),
          day: day + next(2),
        })
      }
    }
    const author = await anAuthor(client)
    await client.query(
      `INSERT INTO events (id, ref, slug, title_fr, title_en, time_edtf, time_from, time_to, time_basis, created_by_id)
       SELECT ('00000000-0000-7000-a000-' || lpad(to_hex(d), 12, '0'))::uuid, 'D' || d, 'd-' || d, 'Jour', 'Day', (date '2000-01-01' + d)::text, date '2000-01-01' + d, date '2000-01-01' + d, 'stated', $1
       FROM generate_series(0, $2::int) d`,
      [author, Math.ceil(size / PER_DAY) + 2],
    )
    await addClaims(client, author, texts)
    await client.query(
      `UPDATE claims c SET version = version + 1, event_id = ('00000000-0000-7000-a000-' || lpad(to_hex(it.day), 12, '0'))::uuid
       FROM unnest($1::int[]) WITH ORDINALITY AS it (day, n) WHERE c.ref = 'B' || it.n`,
      [texts.map(({ day }) => day)],
    )
    await client.query('ANALYZE')
    Object.assign(process.env, {
      DATABASE_URL: url,
      RECOUPE_URL: 'http://localhost:3000',
      NEXTAUTH_SECRET: 'the secret of a benchmark that serves nobody',
    })
    const { pairSomeClaims } = await import('@/lib/services/pair-claims')
    const { closeDb, deskDb } = await import('@/lib/data/db')
    const { idMaker } = await import('@/lib/web/script-desk')
    const newId = idMaker(new Date())
    const from = performance.now()
    let last = 0
    for (let some = 1; some > 0; ) {
      const at = performance.now()
      some = await pairSomeClaims(deskDb(), newId)
      if (some > 0) last = (performance.now() - at) / some
    }
    const seconds = (performance.now() - from) / 1_000
    const { rows } = await client.query('SELECT claim_a_id AS a, claim_b_id AS b FROM suggestions')
    const found = new Set(rows.map(({ a, b }) => [placeOf(a), placeOf(b)].sort((x, y) => x - y).join(' ')))
    const met = planted.filter(([a, b]) => found.has(`${a} ${b}`)).length
    figures = { seconds, recall: met / planted.length, perClaim: rows.length / size, last }
    await closeDb()
  })
  return figures
}

// A process for each size: the server's code keeps one database for as long as it lives.
if (values.one) {
  console.log(JSON.stringify(await measure(Number(values.one))))
  process.exit(0)
}
const sizes = values.sizes.split(',').map(Number)
let first: number | null = null
for (const size of sizes) {
  const child = spawnSync(process.execPath, [...process.execArgv, process.argv[1] ?? '', '--one', String(size)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.status !== 0) process.exit(1)
  const { seconds, recall, perClaim, last } = JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '')
  first ??= seconds as number
  const times = size / (sizes[0] ?? size)
  console.log(
    `${size} claims: ${seconds.toFixed(1)} s (${((seconds / size) * 1_000).toFixed(2)} ms a claim, ${last.toFixed(2)} at the end), ` +
      `${(seconds / first).toFixed(1)} times the first for ${times} times the claims (goal ≤ ${(1.3 * times).toFixed(1)}); ` +
      `recall ${recall.toFixed(3)} (goal ≥ 0.95); ${perClaim.toFixed(3)} proposals a claim`,
  )
}

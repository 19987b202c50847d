import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { deskDb, poolOf, publicDb } from '@/lib/data/db'
import { latestVerdicts } from '@/lib/data/public-feeds'
import { publicationAt } from '@/lib/data/publication-bytes'
import { search } from '@/lib/data/search'
import { corrections } from '@/lib/data/verdicts'
import { changeSetting } from '@/lib/services/change-setting'
import { changeVerdict } from '@/lib/services/change-verdict'
import { draftVerdict } from '@/lib/services/draft-verdict'
import { endEvidenceLinks } from '@/lib/services/end-evidence-links'
import { publishVerdict } from '@/lib/services/publish-verdict'
import { withdrawVerdict } from '@/lib/services/withdraw-verdict'
import { earlierPage } from '@/lib/web/earlier-page'
import { press } from '@/lib/web/press'
import { asRole, refusalOf } from '@/tests/support/as-role'
import { aClaim, aPerson, aPublishedClaim, aReadVerdict, deskOf, someEvidence } from '@/tests/support/factories'

const db = deskDb()
const why = { whatWasWrongFr: 'La vidéo n’était pas de Konna.', whatWasWrongEn: 'The video was not from Konna.' }
/** A published verdict, and how its editor withdraws it. */
async function scene() {
  const claim = await aPublishedClaim()
  const editor = await deskOf(claim.verdict.reader)
  const { id } = claim.verdict
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } })
  const version = async () => (await db.verdict.findUniqueOrThrow({ where: { id } })).version
  const withdraw = async (more: Partial<Parameters<typeof withdrawVerdict>[1]> = {}) =>
    withdrawVerdict(editor, { verdictId: id, version: await version(), ...why, ...more }, press)
  return { claim, editor, id, slug, version, withdraw }
}
const bytesOf = async (path: string) => {
  const kept = await publicationAt(poolOf('app_public'), path)
  return kept ? gunzipSync(kept.gzip).toString() : ''
}

test('a withdrawn verdict keeps its address, which says so and why in both languages, and claims nothing to machines', async () => {
  const { id, slug, withdraw } = await scene()
  expect(await bytesOf(`/fr/claims/${slug}`)).toContain('"ClaimReview"')
  const { n, documents } = await withdraw()
  expect([n, documents.map(({ address }) => address)]).toEqual([2, [`/fr/claims/${slug}`, `/en/claims/${slug}`]])
  const [fr, en] = [await bytesOf(`/fr/claims/${slug}`), await bytesOf(`/en/claims/${slug}`)]
  expect(fr).toContain(why.whatWasWrongFr)
  expect(en).toContain('Withdrawn')
  expect(en).toContain(why.whatWasWrongEn)
  expect(fr + en).not.toContain('"ClaimReview"')
  // Whoever asks for the page of before is told above it that it is no longer so.
  const { publishedAt } = await db.verdictVersion.findFirstOrThrow({ where: { verdictId: id, n: 1 } })
  const past = await earlierPage(
    new Request('http://localhost'),
    { lang: 'en', slug },
    { at: new Date(publishedAt.getTime() + 1).toISOString() },
  )
  const notice = /<p class="banner" role="note">.*?<\/p>/s.exec(await past.text())?.[0]
  expect(notice).toContain('Its verdict was withdrawn since, on ')
  expect(notice).toContain(why.whatWasWrongEn)
  // What was published before stays as it was.
  const first = await db.verdictVersion.findFirstOrThrow({
    where: { verdictId: id, n: 1 },
    include: { publications: true },
  })
  expect([first.isWithdrawal, first.publications.length]).toEqual([false, 2])
  expect(await db.verdict.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'withdrawn' })
})

test('readers find it in the corrections, without a rating in the search, and the log names it', async () => {
  const { id, slug, claim, withdraw } = await scene()
  await withdraw()
  expect((await corrections(publicDb(), 20)).find((it) => it.claim.slug === slug)).toMatchObject({
    ...why,
    ...{ severity: 'retraction', before: 'disputed', after: 'withdrawn' },
  })
  expect((await latestVerdicts(publicDb(), 20)).find((it) => it.id === id)).toMatchObject({
    ...{ isWithdrawal: true, summaryFr: why.whatWasWrongFr, summaryEn: why.whatWasWrongEn },
  })
  const { ref } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } })
  expect((await search(publicDb(), `${ref} verdict:none`)).claims.map((it) => it.claim.ref)).toEqual([ref])
  const logged = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from audit_log where entity_id = ${id} and action = 'verdict.withdrawn'`
  expect(logged).toEqual([{ n: 1 }])
})

test('it needs words for readers, a published verdict as it was seen, and who may publish', async () => {
  const { id, claim, version, withdraw } = await scene()
  await expect(withdraw({ whatWasWrongFr: ' ', whatWasWrongEn: null })).rejects.toMatchObject({
    fields: [{ field: 'whatWasWrongFr', reason: 'needs_correction' }],
  })
  await expect(withdraw({ version: (await version()) - 1 })).rejects.toMatchObject({ code: 'stale' })
  const reviewer = await deskOf(await aPerson({ role: 'reviewer' }))
  await expect(
    withdrawVerdict(reviewer, { verdictId: id, version: await version(), ...why }, press),
  ).rejects.toMatchObject({ code: 'forbidden' })
  const draft = await aReadVerdict((await aClaim()).id)
  await expect(
    withdrawVerdict(await deskOf(draft.reader), { verdictId: draft.id, version: draft.version, ...why }, press),
  ).rejects.toMatchObject({ fields: [{ field: 'state', reason: 'wrong_state' }] })
  expect(await db.verdictVersion.count({ where: { verdict: { claimId: claim.id } } })).toBe(1)
})

test('what was withdrawn stays withdrawn: it is neither changed, published nor withdrawn again, by PostgreSQL itself', async () => {
  const { id, editor, claim, version, withdraw } = await scene()
  await withdraw()
  await expect(withdraw()).rejects.toMatchObject({ fields: [{ field: 'state', reason: 'wrong_state' }] })
  const words = { ratingCode: 'false' as const, summaryFr: 'Autre chose.', noEvidenceReasonFr: 'Aucune.' }
  await expect(
    changeVerdict(await deskOf(claim.verdict.author), { verdictId: id, version: await version(), ...words }),
  ).rejects.toMatchObject({ code: 'invalid' })
  await expect(publishVerdict(editor, { verdictId: id, version: await version() }, press)).rejects.toMatchObject({
    code: 'invalid',
  })
  const { authorId, secondReaderId, publisherId } = await db.verdictVersion.findFirstOrThrow({
    where: { verdictId: id, n: 1 },
  })
  const insert = (verdict: string, n: number, isWithdrawal: boolean) =>
    refusalOf(
      asRole('app_rw', 'a test', (ask) =>
        ask(
          `INSERT INTO verdict_versions (id, verdict_id, n, is_withdrawal, rating_code, summary_fr, no_evidence_reason_fr, author_id, second_reader_id, publisher_id)
           VALUES (gen_random_uuid(), $1, $2, $3, 'disputed', 'x', 'x', $4, $5, $6)`,
          [verdict, n, isWithdrawal, authorId, secondReaderId, publisherId],
        ),
      ),
    )
  expect(await insert(id, 3, false)).toMatchObject({ constraint: 'verdict_versions_withdrawn_stay' })
  const draft = await aReadVerdict((await aClaim()).id)
  expect(await insert(draft.id, 1, true)).toMatchObject({ constraint: 'verdict_versions_withdraw_what_was_published' })
})

test('it is possible whatever became of the evidence', async () => {
  const { id: claimId } = await aClaim()
  const evidence = await someEvidence(claimId)
  const read = await aReadVerdict(claimId, { noEvidenceReasonFr: null })
  const editor = await deskOf(read.reader)
  await publishVerdict(editor, { verdictId: read.id, version: read.version }, press)
  const links = await db.evidenceLink.findMany({ where: { claimId } })
  await endEvidenceLinks(editor, { evidenceId: evidence.id, linkIds: links.map((it) => it.id) })
  const { version } = await db.verdict.findUniqueOrThrow({ where: { id: read.id } })
  expect((await withdrawVerdict(editor, { verdictId: read.id, version, ...why }, press)).n).toBe(2)
})

test('it is possible for what one person published alone, when two are asked for since', async () => {
  const admin = await deskOf(await aPerson({ role: 'admin' }))
  const editor = await deskOf(await aPerson({ role: 'editor' }))
  const { id: claimId } = await aClaim()
  const words = { ratingCode: 'disputed' as const, summaryFr: 'Personne ne tranche.', noEvidenceReasonFr: 'Aucune.' }
  const { id: verdictId } = await draftVerdict(editor, { claimId, ...words })
  await changeSetting(admin, { fourEyes: false })
  try {
    await publishVerdict(editor, { verdictId, version: 1 }, press)
  } finally {
    await changeSetting(admin, { fourEyes: true })
  }
  expect((await withdrawVerdict(editor, { verdictId, version: 2, ...why }, press)).n).toBe(2)
})

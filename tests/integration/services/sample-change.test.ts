import { beforeAll, describe, expect, test } from 'vitest'
import { firstAuditFault } from '@/lib/data/audit-log'
import { deskDb } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import { changeClaim } from '@/lib/services/change-claim'
import { changeSample } from '@/lib/services/change-sample'
import {
  loadPublication,
  loadPublicClaim,
  loadPublicConflict,
  loadPublicDispatch,
  loadPublicHome,
} from '@/lib/services/load-public'
import { loadSamplePage } from '@/lib/services/load-sample-page'
import { loadTour } from '@/lib/services/load-tour'
import { moveTour } from '@/lib/services/move-tour'
import { aClaim, aPerson, aPublishedClaim, deskOf } from '../../support/factories'
import '../../support/with-sample'

const admin = await aPerson({ role: 'admin' })
const reviewer = await aPerson()
let title: string
let published: string
let versionId: string

beforeAll(async () => {
  const dispatch = await deskDb().dispatch.findFirstOrThrow({ include: { versions: true } })
  title = dispatch.title
  versionId = dispatch.versions[0]?.id ?? ''
  published = (await deskDb().publication.findFirstOrThrow({ where: { language: 'fr' } })).address
}, 300_000)

const state = async () =>
  JSON.stringify({
    claims: await deskDb().claim.findMany({ orderBy: { ref: 'asc' }, omit: { version: true, updatedAt: true } }),
    events: await deskDb().event.findMany({ orderBy: { ref: 'asc' }, omit: { version: true, updatedAt: true } }),
    conflicts: await deskDb().conflict.findMany({ orderBy: { ref: 'asc' }, omit: { version: true, updatedAt: true } }),
    sources: await deskDb().source.findMany({ orderBy: { slug: 'asc' }, omit: { version: true, updatedAt: true } }),
    entities: await deskDb().entity.findMany({ orderBy: { slug: 'asc' }, omit: { version: true, updatedAt: true } }),
    evidence: await deskDb().evidence.findMany({ orderBy: { ref: 'asc' }, omit: { version: true, updatedAt: true } }),
    statements: await deskDb().statement.findMany({ orderBy: { id: 'asc' }, omit: { version: true, updatedAt: true } }),
    verdicts: await deskDb().verdict.findMany({ orderBy: { id: 'asc' }, omit: { version: true, updatedAt: true } }),
    hops: await deskDb().hop.findMany({ orderBy: { id: 'asc' } }),
  })
const change = async (act: 'reset' | 'delete' | 'restore', by = admin) =>
  changeSample(await deskOf(by), { act, confirm: title })

describe('the tour', () => {
  test('goes through five pages of the sample and is remembered', async () => {
    const desk = await deskOf(reviewer)
    expect(await loadTour(desk)).toEqual({ place: 'never', sights: null })
    expect(await moveTour(desk, { to: 1 })).toMatch(/^dispatches\//)
    expect(await moveTour(desk, { to: 4 })).toMatch(/^conflicts\/.*kon/)
    expect(await moveTour(desk, { to: 5 })).toMatch(/^claims\/.+#verdict$/)
    expect((await loadTour(desk)).place).toBe(5)
    expect(await moveTour(desk, { to: 0 })).toBeNull()
    expect((await loadTour(desk)).place).toBe('away')
  })
})

describe('the sample', () => {
  test('is changed by an administrator who types its title, and by nobody else', async () => {
    await expect(change('delete', reviewer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(changeSample(await deskOf(admin), { act: 'delete', confirm: 'autre' })).rejects.toBeInstanceOf(Fault)
    expect((await loadSamplePage(await deskOf(admin))).state).toBe('there')
  })

  test('deleted is found by no stranger, and brought back it is what it was', async () => {
    const before = await state()
    const own = await aPublishedClaim()
    const { slug } = await deskDb().claim.findUniqueOrThrow({ where: { id: own.id } })
    const withOwn = await state()
    expect(await loadPublication(published)).not.toBeNull()

    await change('delete')
    expect((await loadSamplePage(await deskOf(admin))).state).toBe('deleted')
    expect(await loadPublication(published)).toBeNull()
    expect(await loadPublicClaim(published.split('/').at(-1) ?? '')).toBeNull()
    expect(await loadPublicDispatch('mali-kona-france-24')).toBeNull()
    const conflict = await deskDb().conflict.findFirstOrThrow({ where: { ref: 'X01' } })
    expect(await loadPublicConflict(conflict.slug)).toBeNull()
    const home = await loadPublicHome()
    expect(home.verdicts.map(({ claim }) => claim.slug)).toEqual([slug])
    expect(home.dispatches.map((it) => it.title)).not.toContain(title)
    expect((await loadTour(await deskOf(reviewer), true)).sights).toBeNull()

    await change('restore')
    expect(await state()).toBe(withOwn)
    expect(withOwn).not.toBe(before)
    expect(await loadPublication(published)).not.toBeNull()
    expect(await firstAuditFault(deskDb())).toBeNull()
  }, 120_000)

  test('reset is what was loaded: changes go back, additions are set aside, own work stays', async () => {
    const own = await aClaim()
    const first = await deskDb().claim.findFirstOrThrow({ where: { ref: 'C05' } })
    await changeClaim(await deskOf(reviewer), {
      claimId: first.id,
      version: first.version,
      statementFr: 'Autre chose.',
      workState: 'reviewed',
      assigneeId: reviewer.id,
    })
    const event = await deskDb().event.findFirstOrThrow({ where: { ref: 'E1' } })
    const added = await aClaim({
      dispatchVersionId: versionId,
      eventId: event.id,
      quote: { exact: 'Abdou Dardar, un responsable du groupe islamiste Ansar Dine' },
      statements: [{ property: 'actor', value: 'Ansar Dine' }],
    })
    const page = await loadSamplePage(await deskOf(admin))
    expect(page.counts).toMatchObject({ dispatches: 1, changed: 1, added: 2 })

    const done = await change('reset')
    expect(done.back).toBe(1)
    const claim = await deskDb().claim.findUniqueOrThrow({ where: { id: first.id } })
    expect([claim.statementFr, claim.workState, claim.assigneeId]).toEqual([first.statementFr, first.workState, null])
    expect((await deskDb().claim.findUniqueOrThrow({ where: { id: added.id } })).discardedAt).not.toBeNull()
    expect((await deskDb().claim.findUniqueOrThrow({ where: { id: own.id } })).discardedAt).toBeNull()
    expect((await change('reset')).back).toBe(0)
  }, 120_000)

  test('deleted and then reset is back as well', async () => {
    await change('delete')
    await change('reset')
    expect((await loadSamplePage(await deskOf(admin))).state).toBe('there')
    expect(await loadPublication(published)).not.toBeNull()
  }, 60_000)
})

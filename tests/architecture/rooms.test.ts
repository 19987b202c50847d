import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'

/** What each room may import: other rooms by path, packages by name. Types of React and Node's crypto are named where a room needs them. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'lib/domain': ['zod', 'edtf'],
  'lib/i18n': ['lib/domain'],
  'lib/present': ['lib/domain', 'lib/i18n', 'react'],
  // What an action answers: plain data that the browser may hold, between the web and whoever shows it.
  'lib/web/action-result': ['lib/domain', 'lib/web'],
  'lib/env': ['zod', 'server-only'],
  'lib/data': [
    'lib/domain',
    'lib/env',
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
    'pg-copy-streams',
    'postgres',
    'zod',
    'server-only',
    'node:stream',
    'node:crypto',
  ],
  'lib/services': ['lib/data', 'lib/domain', 'lib/present', 'zod', 'server-only', 'node:crypto', 'node:stream'],
  'lib/web': [
    'lib/web/action-result',
    'lib/services',
    'lib/data',
    'lib/domain',
    'lib/env',
    'lib/i18n',
    'lib/present',
    'next',
    'next-auth',
    'react',
    'zod',
    'postgres',
    'nodemailer',
    'server-only',
    '@node-rs/argon2',
    'ai',
    '@ai-sdk/openai-compatible',
    'node:*',
  ],
  'app/_ui': ['lib/web/action-result', 'lib/domain', 'lib/i18n', 'lib/present', 'react', 'next'],
  app: [
    'lib/web/action-result',
    'app/_ui',
    'lib/web',
    'lib/services',
    'lib/present',
    'lib/domain',
    'lib/i18n',
    'react',
    'next',
    'zod',
    'node:stream',
  ],
  seeds: ['lib/services', 'lib/data', 'lib/domain', 'lib/web', 'node:fs', 'node:path', 'zod'],
}
/** Rooms whose files may not even import each other: a verb never calls a verb. */
const SOLITARY = ['lib/services']
const ROOMS = Object.keys(MAY_IMPORT).sort((a, b) => b.length - a.length)
const roomOf = (path: string) =>
  ROOMS.find((room) => path.startsWith(`${room}/`) || path.replace(/\.tsx?$/, '') === room)

const files = ['lib', 'app', 'seeds'].filter(existsSync).flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('data/generated'))
    .map((name) => posix.join(top, name)),
)

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const found = source.matchAll(
    /^(?:import|export)\b[^'"();=]*?\bfrom\s*['"]([^'"]+)['"]|(?:^import\s*|\bimport\s*\(\s*)['"]([^'"]+)['"]/gm,
  )
  return [...found].map(([, from, bare]) => (from ?? bare) as string)
}

function destination(file: string, specifier: string): string {
  const path = specifier.startsWith('.') ? `@/${posix.join(posix.dirname(file), specifier)}` : specifier
  if (path.startsWith('@/')) return roomOf(path.slice(2)) ?? path
  return path.startsWith('node:')
    ? path
    : path
        .split('/')
        .slice(0, path.startsWith('@') ? 2 : 1)
        .join('/')
}
const allows = (room: string, to: string) =>
  MAY_IMPORT[room]?.some((it) => it === to || (it === 'node:*' && to.startsWith('node:'))) === true

test('every file has a room', () => {
  expect(files.length).toBeGreaterThan(150) // an empty walk must not look like a clean house
  expect(files.filter((file) => !roomOf(file))).toEqual([])
})

test('no room opens a door it may not', () => {
  const trespass = files.flatMap((file) => {
    const room = roomOf(file) ?? ''
    return importsOf(file)
      .map((specifier) => destination(file, specifier))
      .filter((to) => (to === room ? SOLITARY.includes(room) : !allows(room, to)))
      .map((to) => `${file} → ${to}`)
  })
  expect(trespass).toEqual([])
})

test('a client component imports no service, no data and no mechanism of the web', () => {
  const carried = files
    .filter((file) => readFileSync(file, 'utf8').startsWith("'use client'"))
    .flatMap((file) => importsOf(file).map((specifier) => [file, destination(file, specifier), specifier] as const))
    .filter(
      ([, to, specifier]) =>
        ['lib/services', 'lib/data', 'lib/env'].includes(to) ||
        (to === 'lib/web' && !/action-result|safe-next|invitation-link/.test(specifier)),
    )
  expect(carried.map(([file, , specifier]) => `${file} → ${specifier}`)).toEqual([])
})

test('a client component says so in its name', () => {
  const clients = files.filter((file) => readFileSync(file, 'utf8').startsWith("'use client'"))
  expect(clients.filter((file) => !/\.client\.tsx$|\/(error|global-error)\.tsx$/.test(file))).toEqual([])
})

test('nobody has a drawer', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc|common|index|types)\.tsx?$/.test(file))).toEqual([])
})

test('only lib/env reads the environment', () => {
  const readers = files.filter((file) =>
    /process\.env\b/.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
  )
  // The front runs outside Next and is handed its database; its default is the same variable. The other two write NEXTAUTH_URL, which next-auth reads by itself.
  expect(
    readers.filter(
      (file) => !['lib/env.ts', 'lib/web/front.ts', 'lib/web/boot.ts', 'lib/web/auth-route.ts'].includes(file),
    ),
  ).toEqual([])
})

test('no raw SQL is built from strings', () => {
  expect(
    files.filter((file) =>
      /\$(queryRawUnsafe|executeRawUnsafe)|Prisma\.raw\(|\.unsafe\(/.test(readFileSync(file, 'utf8')),
    ),
  ).toEqual([])
})

test('a unit test that sets the environment stands where each file has a process to itself', () => {
  const readers = readdirSync('tests/unit', { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join('tests/unit', name.replaceAll('\\', '/')))
    .filter(
      (name) => name.endsWith('.ts') && /stubEnv|process\.env\.[A-Z_]+ (?:\?\?)?=/u.test(readFileSync(name, 'utf8')),
    )
  const alone = /^tests\/unit\/(?:api|dispatch-file|web|webhooks)\//u
  expect(readers.length).toBeGreaterThan(2)
  // A time zone is not among what is read once.
  expect(readers.filter((name) => !alone.test(name) && !/\.TZ = /u.test(readFileSync(name, 'utf8')))).toEqual([])
})

import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { Fault } from '@/lib/domain/fault'
import { MAX_PASSWORD_LENGTH, type Passwords, passwordForm } from '@/lib/domain/person'

/** `Algorithm.Argon2id`: an ambient const enum, which isolated modules cannot read. */
const ARGON2ID = 2
/** OWASP's floor for argon2id: 19 MiB, two passes, one lane; about 30 ms on a small server. */
export const ARGON2 = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
/** Hashes at once: four take 76 MiB; a hundred would take two gigabytes and every core. */
const AT_ONCE = 4
/** Beyond this many waiting, the honest answer is "later" (about one second of queue on two cores). */
const MAX_WAITING = 200

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw new Fault('too_many', 'password queue is full')
    await new Promise<void>((resolve) => waiting.push(resolve)) // whoever finishes hands its place over
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

let dummy: Promise<string> | undefined
/** A hash that no password opens in practice; made once, so that an unknown e-mail costs as much as a known one. */
const dummyHash = () => {
  dummy ??= hash(`${Math.random()}${performance.now()}`, ARGON2)
  return dummy
}

/** Passwords as argon2id hashes. */
export const passwords: Passwords = {
  hash: (password) => inTurn(() => hash(passwordForm(password), ARGON2)),
  verify: async (stored, password) => {
    if (password.length > MAX_PASSWORD_LENGTH * 2) return false
    const known = stored ?? (await dummyHash())
    const matches = await inTurn(() => verify(known, passwordForm(password)))
    return stored !== null && matches
  },
}

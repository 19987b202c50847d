/** `next build`, when what it is made from changed. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './child.mjs'
import { Problem } from './problem.mjs'
import { ROOT } from './settings.mjs'
import { readStamp, stampOf, writeStamp } from './stamps.mjs'

// biome-ignore format: one list
const MADE_FROM = [
  'app', 'lib', 'public', 'proxy.ts', 'instrumentation.ts', 'next.config.js', 'package-lock.json', 'tsconfig.json', 'prisma',
]

/**
 * @param {NodeJS.ProcessEnv} env @param {(what: string) => void} say
 * @returns {Promise<string>} what was done
 */
export async function build(env, say) {
  const stampFile = join(ROOT, '.next/recoupe-stamp')
  const stamp = stampOf(ROOT, MADE_FROM)
  if (readStamp(stampFile) === stamp && existsSync(join(ROOT, '.next/BUILD_ID'))) return 'up to date'
  // A build that is interrupted must not look like the one before it.
  rmSync(stampFile, { force: true })
  rmSync(join(ROOT, '.next/BUILD_ID'), { force: true })
  say('compiling (again only when the code changes)')
  const { code, output } = await run(process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: ROOT,
    env: { ...env, NODE_ENV: 'production' },
  })
  if (code !== 0) throw new Problem(`The build failed:\n${output.trim()}`, 'Repair what it names, then start again.')
  writeStamp(stampFile, stamp)
  return 'compiled'
}

// By itself, for an image: node bin/parts/build.mjs
if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`build: ${await build(process.env, console.log)}`)

/** `recoupe doctor`: looks at everything a start needs, changes nothing, and says what to repair. */
import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { installed } from './parts/chromium.mjs'
import { examineDatabase } from './parts/doctor-database.mjs'
import { freePort, isAnswering, readPort } from './parts/ports.mjs'
import { EXIT, Problem, sentenceOf } from './parts/problem.mjs'
import { checkSecret, judgeNode, readSettings } from './parts/settings.mjs'

const GIGABYTE = 1e9
const LOW_DISK = 1 * GIGABYTE

/**
 * @typedef {'ok' | 'warning' | 'bad'} State
 * @typedef {{ name: string, state: State, found: string, nextStep?: string }} Finding
 */

/** @param {{ isJson?: boolean }} options @returns {Promise<number>} 1 when something would keep Recoupe from working */
export async function doctor({ isJson }) {
  const settings = readSettings(process.env)
  /** @type {Finding[]} */
  const findings = [
    node(),
    secret(settings),
    ...folder(settings.dataDir),
    await port(settings),
    ...(await examineDatabase(settings)),
    chromium(),
  ]
  const isWell = findings.every(({ state }) => state !== 'bad')
  if (isJson) console.log(JSON.stringify({ ok: isWell, findings }))
  else {
    const mark = { ok: '✓', warning: '!', bad: '✗' }
    for (const { name, state, found, nextStep } of findings)
      console.log(
        `${mark[state]} ${name.padEnd(12)} ${found}${nextStep && state !== 'ok' ? `\n  ${' '.repeat(12)} ${nextStep}` : ''}`,
      )
    console.log(isWell ? '\nNothing keeps Recoupe from working.' : '\nRepair what is marked ✗, then run this again.')
  }
  return isWell ? EXIT.ok : EXIT.failed
}

/** @returns {Finding} */
function node() {
  const { node: version } = process.versions
  const judgement = judgeNode(version)
  const state = judgement === 'fine' ? 'ok' : judgement === 'unpatched' ? 'warning' : 'bad'
  return {
    name: 'node',
    state,
    found: version,
    nextStep: 'Run 22.23.4, 24.22.1 or later: older ones have a known hole (CVE-2026-111497).',
  }
}

/** @param {import('./parts/settings.mjs').Settings} settings @returns {Finding} */
function secret(settings) {
  try {
    checkSecret(settings)
    return {
      name: 'secret',
      state: 'ok',
      found: settings.secret ? 'from NEXTAUTH_SECRET' : 'made and kept in the data folder',
    }
  } catch (error) {
    return {
      name: 'secret',
      state: 'bad',
      found: sentenceOf(error),
      nextStep: error instanceof Problem ? error.nextStep : '',
    }
  }
}

/** @param {string} dataDir @returns {Finding[]} */
function folder(dataDir) {
  let place = dataDir
  while (!existsSync(place)) place = dirname(place)
  const nextStep = `Choose a folder you may write, on a local disk: RECOUPE_DATA_DIR=…`
  try {
    accessSync(place, constants.W_OK | constants.X_OK)
  } catch {
    return [{ name: 'data folder', state: 'bad', found: `${dataDir} may not be written`, nextStep }]
  }
  const { bavail, bsize } = statfsSync(place)
  const free = bavail * bsize
  return [
    { name: 'data folder', state: 'ok', found: `${dataDir}${place === dataDir ? '' : ' (not made yet)'}` },
    {
      name: 'disk',
      state: free < LOW_DISK ? 'bad' : 'ok',
      found: `${(free / GIGABYTE).toFixed(1)} GB free`,
      nextStep: 'Make room: a database that cannot write stops.',
    },
  ]
}

/** @param {import('./parts/settings.mjs').Settings} settings @returns {Promise<Finding>} */
async function port({ port: wanted, host }) {
  const isTaken =
    (await isAnswering(wanted, host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host)) ||
    (await freePort(wanted, host)) === null
  return isTaken
    ? {
        name: 'port',
        state: 'warning',
        found: `${wanted} on ${host} is taken`,
        nextStep: `By a running Recoupe, or by another program: then PORT=${readPort(String(wanted + 1)) ?? 8080} npm start`,
      }
    : { name: 'port', state: 'ok', found: `${wanted} on ${host} is free` }
}

/** @returns {Finding} */
function chromium() {
  const path = installed()
  return path
    ? { name: 'chromium', state: 'ok', found: path }
    : {
        name: 'chromium',
        state: 'warning',
        found: 'none found',
        nextStep: 'Only `npm test` needs one, and looks for it by itself; RECOUPE_CHROMIUM names one elsewhere.',
      }
}

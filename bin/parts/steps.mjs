/** One line per step, with its time. A terminal sees the seconds run; a log sees plain lines; a program sees JSON. */
const TICK_MS = 200
/** How often a log is told that a long step still runs. */
const LOG_EVERY_MS = 10_000
/** A step quicker than this does not say how long it took. */
const NAME_WIDTH = 12

/** @param {{ isTTY?: boolean | undefined }} stream @param {NodeJS.ProcessEnv} env @returns {boolean} */
export const wantsColor = (stream, env) =>
  Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb' && env.FORCE_COLOR !== '0'

/** @param {number} ms @returns {string} */
export const seconds = (ms) => `${(ms / 1000).toFixed(ms < 9_950 ? 1 : 0)} s`

/**
 * @param {{ stream?: NodeJS.WriteStream, env?: NodeJS.ProcessEnv, isJson?: boolean }} [options]
 */
export function createSteps({ stream = process.stdout, env = process.env, isJson = false } = {}) {
  const hasColor = wantsColor(stream, env)
  const isLive = Boolean(stream.isTTY) && !isJson && env.TERM !== 'dumb' && !env.CI
  const paint = (/** @type {number} */ code, /** @type {string} */ text) =>
    hasColor ? `\u001b[${code}m${text}\u001b[0m` : text
  const write = (/** @type {string} */ text) => stream.write(text)
  const say = (/** @type {Record<string, unknown>} */ facts, /** @type {string} */ sentence) =>
    write(isJson ? `${JSON.stringify(facts)}\n` : `${sentence}\n`)
  const label = (/** @type {string} */ name) => name.padEnd(NAME_WIDTH)

  return {
    /** A sentence on its own line. @param {string} sentence @param {Record<string, unknown>} [facts] */
    line: (sentence, facts = { message: sentence }) => say(facts, sentence),
    /** Something to know that stops nothing. @param {string} sentence */
    warn: (sentence) => say({ warning: sentence }, `${paint(33, '!')} ${sentence}`),
    /**
     * Runs one step. What it returns is the end of its line; what it says meanwhile is shown beside the running seconds.
     * @param {string} name @param {(say: (what: string) => void) => Promise<string>} work
     */
    async step(name, work) {
      const startedAt = Date.now()
      let doing = ''
      let toldAt = startedAt
      const show = () => {
        const now = Date.now()
        const at = `${label(name)} ${doing}${doing ? ' ' : ''}${seconds(now - startedAt)}`
        if (isLive) write(`\r\u001b[2K${paint(2, '…')} ${at.slice(0, (stream.columns ?? 80) - 3)}`)
        else if (!isJson && now - toldAt >= LOG_EVERY_MS) {
          toldAt = now
          write(`… ${at}\n`)
        }
      }
      const timer = setInterval(show, TICK_MS)
      const erase = () => {
        clearInterval(timer)
        if (isLive) write('\r\u001b[2K')
      }
      try {
        const result = await work((what) => {
          doing = what
          if (isLive) show()
        })
        erase()
        const ms = Date.now() - startedAt
        say(
          { step: name, ok: true, result, ms },
          `${paint(32, '✓')} ${label(name)} ${result} ${paint(2, `(${seconds(ms)})`)}`,
        )
      } catch (error) {
        erase()
        if (!isJson) write(`${paint(31, '✗')} ${label(name)} ${paint(2, `(${seconds(Date.now() - startedAt)})`)}\n`)
        throw error
      }
    },
  }
}
/** @typedef {ReturnType<typeof createSteps>} Steps */

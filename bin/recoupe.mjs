#!/usr/bin/env node
/** The command line. Uses Node alone until a command needs more: it must run straight after a clone. */
import { parseArgs } from 'node:util'
import { install } from './install.mjs'
import './parts/closed-pipe.mjs'
import { COMMANDS, helpOf, overview } from './parts/commands.mjs'
import { EXIT, Problem, sentenceOf } from './parts/problem.mjs'
import { ownVersion } from './parts/settings.mjs'
import { wantsColor } from './parts/steps.mjs'

const isJson = process.argv.includes('--json')

/** @returns {Promise<number>} */
async function main() {
  const [name, ...rest] = process.argv.slice(2)
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const topic = name === 'help' ? COMMANDS[rest[0] ?? ''] : undefined
    console.log(topic ? helpOf(rest[0] ?? '', topic) : overview())
    return name === undefined ? EXIT.usage : EXIT.ok
  }
  if (name === '--version' || name === '-v') {
    console.log(ownVersion())
    return EXIT.ok
  }
  const command = COMMANDS[name]
  if (!command) throw usage(`There is no command "${name}".`, `${nearest(name)}npx recoupe --help lists them.`)
  // What comes after `user` is read by the program that does it, its --help too.
  if (command.passesThrough) {
    await prepare(command)
    return command.run({ values: {}, positionals: rest, raw: rest })
  }
  const { values, positionals } = read(name, command, rest)
  if (values.help) {
    console.log(helpOf(name, command))
    return EXIT.ok
  }
  const wanted = command.positionals ?? []
  const needed = wanted.filter((word) => !word.startsWith('[')).length
  if (positionals.length < needed || positionals.length > wanted.length)
    throw usage(
      positionals.length < needed
        ? `${wanted[positionals.length]} is missing.`
        : `"${positionals[wanted.length]}" is one word too many.`,
      `npx recoupe ${name} --help has an example.`,
    )
  await prepare(command)
  return command.run({ values, positionals, raw: rest })
}

/** Straight after a clone the packages are not there; most commands need them. @param {import('./parts/commands.mjs').Command} command */
async function prepare({ isBare }) {
  if (!isBare) await install({ onWork: () => console.error('Installing the packages (once) …') })
}

/** @param {string} name @param {import('./parts/commands.mjs').Command} command @param {string[]} args */
function read(name, command, args) {
  try {
    const options = {
      help: { type: /** @type {const} */ ('boolean'), short: 'h' },
      json: { type: /** @type {const} */ ('boolean') },
      ...command.options,
    }
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw usage(sentenceOf(error).split('. ')[0] ?? '', `npx recoupe ${name} --help lists the options.`)
  }
}

/** @param {string} message @param {string} nextStep */
const usage = (message, nextStep) => new Problem(message, nextStep, { exitCode: EXIT.usage, code: 'usage' })

/** @param {string} name @returns {string} */
function nearest(name) {
  const close = Object.keys(COMMANDS).find((it) => it.startsWith(name.slice(0, 3)) || name.startsWith(it.slice(0, 3)))
  return close ? `Did you mean "${close}"? ` : ''
}

/** @param {unknown} error @returns {number} */
function tell(error) {
  const isExpected = error instanceof Problem
  const message = sentenceOf(error)
  const nextStep = isExpected ? error.nextStep : 'This is a bug. Please report it with what is printed above.'
  if (isJson) console.log(JSON.stringify({ error: { code: isExpected ? error.code : 'bug', message, nextStep } }))
  else {
    const hasColor = wantsColor(process.stderr, process.env)
    if (!isExpected && error instanceof Error) console.error(error.stack)
    console.error(`${hasColor ? '\u001b[31mError\u001b[0m' : 'Error'}: ${message}`)
    if (nextStep) console.error(nextStep)
  }
  return isExpected ? error.exitCode : EXIT.failed
}

// exit, not exitCode: a pool or a timer somebody forgot must not keep a finished command from ending.
process.exit(await main().catch(tell))

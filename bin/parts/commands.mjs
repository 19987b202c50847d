/** Every command: what it does, how it is called, and the code that is loaded when it is. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { EXIT } from './problem.mjs'

/**
 * @typedef {{ values: Record<string, any>, positionals: string[], raw: string[] }} Given
 * @typedef {{ summary: string, positionals?: string[], options?: import('node:util').ParseArgsConfig['options'],
 *   help?: string[], examples: string[], passesThrough?: boolean, isBare?: boolean, run: (given: Given) => Promise<number> }} Command
 *   passesThrough: reads its own words. isBare: needs no package, or installs them as a step of its own.
 */

/** @type {Record<string, Command>} */
export const COMMANDS = {
  start: {
    summary: 'install, prepare the database, build and serve; what is done already is not done again',
    isBare: true,
    help: [
      'PORT=8080            another port',
      'DATABASE_URL=…       your own PostgreSQL 15 or later',
      'RECOUPE_SAMPLE=0     without the sample dispatch',
    ],
    examples: ['npm start', 'PORT=8080 npx recoupe start'],
    run: async ({ values }) => (await import('../start.mjs')).start({ isJson: values.json }),
  },
  dev: {
    summary: 'the same for developers: no build, pages follow the code',
    isBare: true,
    examples: ['npm run dev'],
    run: async ({ values }) => (await import('../start.mjs')).start({ isDev: true, isJson: values.json }),
  },
  doctor: {
    summary: 'look at this machine, the data folder and the database, and say what to repair',
    examples: ['npx recoupe doctor', 'npx recoupe doctor --json'],
    run: async ({ values }) => (await import('../doctor.mjs')).doctor({ isJson: values.json }),
  },
  migrate: {
    summary: 'bring the database to this version',
    examples: ['npx recoupe migrate', 'DATABASE_URL=postgres://… npx recoupe migrate --json'],
    run: async ({ values }) => (await import('./tasks.mjs')).migrateCommand({ isJson: values.json }),
  },
  seed: {
    summary: 'load the sample dispatch (Mali, January 2013); nothing is written twice',
    examples: ['npx recoupe seed'],
    run: async ({ values }) => (await import('./tasks.mjs')).seedCommand({ isJson: values.json }),
  },
  sample: {
    summary: 'the sample dispatch: reset, delete, restore; says first what it would do',
    passesThrough: true,
    examples: ['npx recoupe sample reset', 'npx recoupe sample delete --yes'],
    run: async ({ raw }) => (await import('./tasks.mjs')).sampleCommand(raw),
  },
  backup: {
    summary: 'write everything the database holds into one file',
    positionals: ['FILE'],
    options: { force: { type: 'boolean' } },
    help: ['--force              replace FILE if it is there'],
    examples: ['npx recoupe backup recoupe-monday.tar'],
    run: async ({ positionals: [file = ''], values }) =>
      (await import('../backup.mjs')).backupCommand(file, { isJson: values.json, mayReplace: values.force }),
  },
  restore: {
    summary: 'fill an empty database from a backup; refuses one that is not empty',
    positionals: ['FILE'],
    options: { yes: { type: 'boolean' } },
    help: ['--yes                replace everything a database that is not empty holds'],
    examples: [
      'RECOUPE_DATA_DIR=.data-new npx recoupe restore recoupe-monday.tar',
      'npx recoupe restore recoupe-monday.tar --yes',
    ],
    run: async ({ positionals: [file = ''], values }) =>
      (await import('../restore.mjs')).restoreCommand(file, { isJson: values.json, mayReplace: values.yes }),
  },
  import: {
    summary: 'take in ClaimReviews others published, or a table of claims, and say what changed',
    passesThrough: true,
    examples: [
      'npx recoupe import fact_checks.txt --dry-run',
      'npx recoupe import data.json --map labels.json --json',
      'npx recoupe import claims.csv --as awa@example.org --base 2026-11-25 --dry-run',
    ],
    run: async ({ raw }) => (await import('./tasks.mjs')).importCommand(raw),
  },
  export: {
    summary: 'write a table to a file: claims, conflicts, sources or evidence, as CSV, XLSX, JSONL or ClaimReview',
    passesThrough: true,
    examples: [
      'npx recoupe export claims > claims.csv',
      'npx recoupe export conflicts --format xlsx --out conflicts.xlsx',
    ],
    run: async ({ raw }) => (await import('./tasks.mjs')).exportCommand(raw),
  },
  search: {
    summary: 'the claims that hold these words, best first; with filters, as the pages have them',
    passesThrough: true,
    examples: ['npx recoupe search Kona source:afp', `npx recoupe search '"prise de Kona" -Gao' --public --json`],
    run: async ({ raw }) => (await import('./tasks.mjs')).searchCommand(raw),
  },
  user: {
    summary: 'people: add, reset, disable, enable',
    passesThrough: true,
    examples: ['npx recoupe user add awa@example.org --role editor', 'npx recoupe user reset awa@example.org'],
    run: async ({ raw }) => (await import('./tasks.mjs')).userCommand(raw),
  },
  digest: {
    summary: 'write once to everybody who chose e-mail and is due; the server does it by itself',
    examples: ['npx recoupe digest', 'RECOUPE_SMTP_URL=smtps://user:password@mail.example.org npx recoupe digest'],
    run: async ({ values }) => (await import('./tasks.mjs')).digestCommand({ isJson: values.json }),
  },
  jobs: {
    summary: 'do the long work that waits (jobs run); the server does it by itself',
    passesThrough: true,
    examples: ['npx recoupe jobs run', 'npx recoupe jobs run --json'],
    run: async ({ raw }) => (await import('./tasks.mjs')).jobsCommand(raw),
  },
  suggest: {
    summary: 'what a reader would stop at in a dispatch: who says what, names, disagreements; no database needed',
    passesThrough: true,
    examples: ['npx recoupe suggest dispatch.txt --json', 'npx recoupe suggest - --lang en < dispatch.txt'],
    run: async ({ raw }) => (await import('./tasks.mjs')).suggestCommand(['suggest', ...raw]),
  },
  gazetteer: {
    summary: 'add a GeoNames country file to the names that are known',
    passesThrough: true,
    examples: ['npx recoupe gazetteer import NE.txt'],
    run: async ({ raw }) => (await import('./tasks.mjs')).suggestCommand(['gazetteer', ...raw]),
  },
  config: {
    summary: 'show the settings in force and where each comes from; no secret is shown',
    isBare: true,
    examples: ['npx recoupe config', 'npx recoupe config --json'],
    run: async ({ values }) => (await import('./config.mjs')).showConfig(values.json),
  },
  test: {
    summary: 'run every test, or the named steps only; ends with `N passed, N failed`',
    isBare: true,
    passesThrough: true,
    examples: ['npm test', 'npm test -- unit lint', 'npx recoupe test integration'],
    run: async ({ raw }) => {
      const program = fileURLToPath(new URL('../test.mjs', import.meta.url))
      return spawnSync(process.execPath, [program, ...raw], { stdio: 'inherit' }).status ?? EXIT.failed
    },
  },
  'verify-log': {
    summary:
      'check that no row of the audit log was changed, removed or inserted: here, or as anybody can from outside',
    positionals: ['[URL|FILE]'],
    options: { checkpoint: { type: 'string' }, key: { type: 'string' } },
    help: [
      'URL|FILE             a published log, instead of the database here',
      '--checkpoint FILE    a checkpoint somebody kept: the log must still hold its row',
      '--key KEY            what checkpoints are signed with (a URL says it at /transparency/key)',
    ],
    examples: [
      'npx recoupe verify-log',
      'npx recoupe verify-log https://recoupe.example.org',
      'npx recoupe verify-log log.ndjson --checkpoint kept.txt',
    ],
    run: async ({ positionals: [from], values }) =>
      from === undefined
        ? (await import('./tasks.mjs')).verifyLogCommand({ isJson: values.json })
        : (await import('../verify-log.mjs')).verifyLog({
            from,
            checkpoint: values.checkpoint,
            key: values.key,
            isJson: values.json,
          }),
  },
}

const EXIT_CODES = 'Exit codes: 0 done, 1 could not be done, 2 wrong command or value, 130 interrupted'

/** @returns {string} */
export function overview() {
  const names = Object.entries(COMMANDS).map(
    ([name, { positionals = [], summary }]) => `  ${[name, ...positionals].join(' ').padEnd(14)} ${summary}`,
  )
  return `Usage: npx recoupe COMMAND [options]\n\n${names.join('\n')}\n\nOptions\n  --json         one line of JSON instead of sentences\n  --help         what a command does, with examples\n\nEnvironment: PORT, HOST, DATABASE_URL, RECOUPE_DATA_DIR, RECOUPE_URL, NEXTAUTH_SECRET, RECOUPE_SAMPLE, NO_COLOR\n\n${EXIT_CODES}`
}

/** @param {string} name @param {Command} command @returns {string} */
export function helpOf(name, { summary, positionals = [], help = [], examples }) {
  const options = ['--json               one line of JSON instead of sentences', ...help].map((line) => `  ${line}`)
  return `Usage: npx recoupe ${[name, ...positionals].join(' ')} [options]\n\n${summary}\n\nOptions\n${options.join('\n')}\n\nExamples\n${examples.map((line) => `  ${line}`).join('\n')}\n\n${EXIT_CODES}`
}

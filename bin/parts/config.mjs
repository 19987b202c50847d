/** `recoupe config`: every setting, its value as it counts here, and where it is from; secrets and passwords are not shown. */
import { EXIT } from './problem.mjs'
import { readSettings } from './settings.mjs'

/** @param {boolean | undefined} isJson */
export async function showConfig(isJson) {
  const settings = readSettings(process.env)
  const from = (/** @type {string} */ name) => (process.env[name] ? 'environment' : 'default')
  const rows = [
    { name: 'PORT', value: String(settings.port), from: from('PORT') },
    { name: 'HOST', value: settings.host, from: from('HOST') },
    { name: 'RECOUPE_URL', value: settings.url ?? `http://localhost:${settings.port}`, from: from('RECOUPE_URL') },
    { name: 'RECOUPE_DATA_DIR', value: settings.dataDir, from: from('RECOUPE_DATA_DIR') },
    { name: 'DATABASE_URL', value: withoutPassword(settings.databaseUrl), from: from('DATABASE_URL') },
    {
      name: 'NEXTAUTH_SECRET',
      value: settings.secret ? '(set)' : '(made and kept in the data folder)',
      from: from('NEXTAUTH_SECRET'),
    },
    {
      name: 'RECOUPE_SOURCE_KEY',
      value: settings.sourceKey ? '(set)' : settings.databaseUrl ? '(none)' : '(made and kept in the data folder)',
      from: from('RECOUPE_SOURCE_KEY'),
    },
    {
      name: 'RECOUPE_LOG_KEY',
      value: settings.logKey ? '(set)' : settings.databaseUrl ? '(none)' : '(made and kept in the data folder)',
      from: from('RECOUPE_LOG_KEY'),
    },
    { name: 'RECOUPE_SAMPLE', value: settings.wantsSample ? '1' : '0', from: from('RECOUPE_SAMPLE') },
    {
      name: 'RECOUPE_SMTP_URL',
      value: withoutPassword(process.env.RECOUPE_SMTP_URL ?? null, '(letters are files in the data folder)'),
      from: from('RECOUPE_SMTP_URL'),
    },
    { name: 'RECOUPE_TRUST_PROXY', value: process.env.RECOUPE_TRUST_PROXY ?? '0', from: from('RECOUPE_TRUST_PROXY') },
    { name: 'RECOUPE_POOL_SIZE', value: process.env.RECOUPE_POOL_SIZE ?? '10', from: from('RECOUPE_POOL_SIZE') },
  ]
  if (isJson) console.log(JSON.stringify(Object.fromEntries(rows.map(({ name, ...row }) => [name, row]))))
  else for (const { name, value, from: source } of rows) console.log(`${name.padEnd(20)} ${value}  (${source})`)
  return EXIT.ok
}

/** @param {string | null} url @param {string} [none] what is said when there is none */
export function withoutPassword(url, none = '(the PostgreSQL that comes with Recoupe)') {
  if (url === null) return none
  return url.replace(/^(\w+:\/\/[^:@/]*):[^@/]*@/, '$1:•••@').replace(/([?&](?:password|sslpassword)=)[^&]*/gi, '$1•••')
}

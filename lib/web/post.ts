import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { env } from '@/lib/env'
import type { Letter } from '@/lib/present/news-letter'
import type { Post } from '@/lib/services/send-due-mail'

/** A mail server that does not answer must not hold a transaction longer than the database lets it idle. */
const PATIENCE_MS = 8_000

/** How letters leave this installation: through its mail server, or as files of the data folder when there is none. */
export function postOffice(): Post {
  const { RECOUPE_SMTP_URL, RECOUPE_DATA_DIR } = env()
  if (!RECOUPE_SMTP_URL) return toFile(join(RECOUPE_DATA_DIR, 'mail'))
  const transport = nodemailer.createTransport(RECOUPE_SMTP_URL, {})
  Object.assign(transport.options, {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  })
  return async (letter) => {
    await transport.sendMail(messageOf(letter))
  }
}

/** One `.eml` file per letter, which any mail program opens. */
function toFile(folder: string): Post {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return async (letter) => {
    const { message } = await transport.sendMail(messageOf(letter))
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = join(folder, `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`)
    await writeFile(`${file}.part`, message, { mode: 0o600 })
    await rename(`${file}.part`, file)
  }
}

/** The letter with its headers: who it is from, that no person answers, and where to get no more. */
function messageOf({ to, subject, text, html, settings }: Letter) {
  const { RECOUPE_MAIL_FROM, RECOUPE_URL } = env()
  return {
    from: { name: 'Recoupe', address: RECOUPE_MAIL_FROM ?? `recoupe@${new URL(RECOUPE_URL).hostname}` },
    to,
    subject,
    text,
    html,
    headers: { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': `<${settings}>` },
    // Nothing in a letter may make us read a file or ask another machine.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

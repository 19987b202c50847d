import 'server-only'
import { z } from 'zod'

const Env = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://'),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters: `openssl rand -base64 32` makes one')
    .optional(),
  /** Seals the identities of protected sources; lost, they are lost. Never in the database, nor in a backup of it. */
  RECOUPE_SOURCE_KEY: z
    .string()
    .min(32, 'must have at least 32 characters: `openssl rand -base64 32` makes one')
    .optional(),
  /** Signs the checkpoints of the log; the public half is at /transparency/key. */
  RECOUPE_LOG_KEY: z
    .string()
    .min(32, 'must have at least 32 characters: `openssl rand -base64 32` makes one')
    .optional(),
  RECOUPE_URL: z.url().default('http://localhost:3000'),
  RECOUPE_DATA_DIR: z.string().min(1).default('.data'),
  RECOUPE_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+/, 'must start with smtp:// or smtps:// and name a server')
    .optional(),
  RECOUPE_MAIL_FROM: z.email('must be one e-mail address').optional(),
  /** A model that may propose attributions beside the rules: both, or none. Texts of a newsroom leave the house with it. */
  RECOUPE_MODEL_URL: z.url({ protocol: /^https?$/ }).optional(),
  RECOUPE_MODEL: z.string().min(1).optional(),
  RECOUPE_MODEL_KEY: z.string().min(1).optional(),
  /** The sitemap of the last two days, for news search engines. */
  RECOUPE_NEWS_SITEMAP: z.enum(['0', '1']).default('0'),
  /** Whether editors may have a web page fetched by its address: this server then asks in their place. */
  RECOUPE_URL_IMPORT: z.enum(['0', '1']).default('0'),
  /** A WebSub hub that is told when a feed changes, and that the feeds name. */
  RECOUPE_WEBSUB_HUB: z.url({ protocol: /^https?$/ }).optional(),
  RECOUPE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  /** Requests of one person to the API, in a minute. */
  RECOUPE_API_QUOTA: z.coerce.number().int().min(1).max(1_000_000).default(100),
  RECOUPE_TRUST_PROXY: z.enum(['0', '1']).default('0'),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
})
export type Env = z.output<typeof Env>

/** Parses an environment; names every bad variable at once. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = Env.safeParse(source)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`Invalid environment\n  ${wrong.join('\n  ')}`)
}

let known: Env | undefined
/** The environment of this process, parsed at first use. The only reader of process.env. */
export const env = (): Env => {
  known ??= readEnv(process.env)
  return known
}

/**
 * Lets plain Node run our TypeScript: node --import ./bin/typescript.mjs FILE.ts
 * tsx reads the types away and knows `@/…`; `server-only` and `client-only` guard bundles, and there is no bundle here.
 */
import { register } from 'node:module'
import { register as registerTsx } from 'tsx/esm/api'

registerTsx()
// Registered last, asked first.
register('./parts/bundle-guards.mjs', import.meta.url)

/** A module hook: what only means something to a bundler is an empty module. */
const EMPTY = 'data:text/javascript,'
const GUARDS = new Set(['server-only', 'client-only'])

/** @type {import('node:module').ResolveHook} */
export const resolve = (specifier, context, next) =>
  GUARDS.has(specifier) ? { url: EMPTY, format: 'module', shortCircuit: true } : next(specifier, context)

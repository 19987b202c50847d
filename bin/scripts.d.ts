/** The starter is plain JavaScript, because it runs before anything is installed; its types are in its JSDoc. */
declare module '*.mjs'

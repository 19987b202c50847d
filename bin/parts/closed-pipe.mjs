/** Imported by commands that print much: `… | head` has read enough, and that is nobody's fault. */
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

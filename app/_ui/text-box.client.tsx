'use client'
import { type ComponentProps, memo } from 'react'

/**
 * A box of text that stands still while the page around it is drawn anew. React writes the first text of a box again at every
 * drawing, and until a letter is typed the browser then forgets what was selected: a text typed over a selection would stand
 * before it. Give it plain values only, or it is drawn each time after all.
 */
export const TextBox = memo((props: Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'ref'>) => (
  <textarea {...props} />
))

import { codePointLength } from '@/lib/domain/text'

/** The place in the text, in code points, of a point of the page; null outside the text. Each stretch says where it starts. */
export function placeInText(node: Node | null, offset: number): number | null {
  const stretch = (node instanceof Element ? node : node?.parentElement)?.closest('[data-at]')
  if (!stretch || !(node instanceof Text)) return null
  return Number(stretch.getAttribute('data-at')) + codePointLength(node.data.slice(0, offset))
}

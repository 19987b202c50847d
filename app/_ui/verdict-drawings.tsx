import { RATING_CODES } from '@/lib/domain/rating'
import { HOP_ROLES } from '@/lib/domain/vocabulary'
import { sprite } from '@/lib/present/parts/icons'

const ICONS = ['neq', 'general', 'unknown', 'ok', 'supports', 'refutes', 'context', 'search', 'clock', 'flag', 'alert']
const ALL = sprite(
  [
    ...ICONS.map((name) => `i-${name}`),
    ...[...RATING_CODES, 'none'].map((code) => `v-${code}`),
    ...HOP_ROLES.map((role) => `n-${role}`),
  ]
    .map((id) => `<use href="#${id}"`)
    .join(''),
)

/** The drawings that the shared parts refer to, once per page of the desk. */
export const Drawings = () => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant drawings, nothing from anybody
  <div className="sprite" dangerouslySetInnerHTML={{ __html: ALL }} />
)

/** Who publishes, until an administrator says otherwise. */
export const DEFAULT_NEWSROOM = 'Recoupe'

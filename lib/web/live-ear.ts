import 'server-only'
import postgres from 'postgres'

const CHANNEL = 'recoupe_desk'

export type Ear = { close(): Promise<void> }

/**
 * The one connection of this process that hears what the desk says at commit. `onAgain` is called when it
 * was lost and is back: what was said meanwhile was not heard.
 */
export async function openEar(
  databaseUrl: string,
  onMessage: (message: Record<string, unknown>) => void,
  onAgain: () => void,
): Promise<Ear> {
  const sql = postgres(databaseUrl, {
    max: 1,
    idle_timeout: 0,
    connect_timeout: 5,
    connection: { application_name: 'recoupe live' },
    onnotice: () => undefined,
  })
  let times = 0
  await sql.listen(
    CHANNEL,
    (payload) => {
      const message = readMessage(payload)
      if (message) onMessage(message)
    },
    () => {
      if (times++ > 0) onAgain()
    },
  )
  return {
    close: () => sql.end({ timeout: 2 }),
  }
}

function readMessage(payload: string): Record<string, unknown> | null {
  try {
    const message: unknown = JSON.parse(payload)
    return message !== null && typeof message === 'object' ? (message as Record<string, unknown>) : null
  } catch {
    // Not one of ours: anybody with the database's password may say something on a channel.
    return null
  }
}

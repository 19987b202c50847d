/**
 * The head of the log at a moment. `root` is the SHA-256 of the last row, base64; every row's hash covers the one before it,
 * so the root stands for all of them (a chain, not a Merkle tree: whoever checks reads the rows).
 */
export type Checkpoint = { origin: string; seq: bigint; root: string; at: Date }

/** What is signed: https://c2sp.org/tlog-checkpoint, with the moment as an extension line. */
export const checkpointText = ({ origin, seq, root, at }: Checkpoint): string =>
  `${origin}\n${seq}\n${root}\ntime ${at.toISOString()}\n`

/** A text and its signature as one note: https://c2sp.org/signed-note. `signature` is base64 of the key id and the signature. */
export const signedNote = (text: string, name: string, signature: string): string =>
  `${text}\n\u2014 ${name} ${signature}\n`

/** The name of the log: the host it is published on, with a path, as signed notes are named by convention. */
export const logOrigin = (baseUrl: string): string => `${new URL(baseUrl).host}/transparency`

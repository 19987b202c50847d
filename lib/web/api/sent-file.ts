import 'server-only'
import { HttpRefusal } from '../problem'

/** A file that is sent as the body: its bytes as they arrive, and what was said of them beforehand. */
export type SentFile = {
  bytes: AsyncIterable<Uint8Array>
  /** How many there should be. */
  declared: number | null
  /** The SHA-256 they should have, in hexadecimal. */
  digest: string | null
}

/** The file in a request, which says how long it is or what its SHA-256 is, so that one cut short on its way is noticed. */
export function sentFile(request: Request): SentFile {
  const type = request.headers.get('content-type') ?? ''
  // A form has boundaries between its fields, and curl's own `-d` takes the line ends away: neither is the file.
  if (type === '' || /^(multipart\/|application\/x-www-form-urlencoded)/i.test(type))
    throw new HttpRefusal(415, {
      fr: 'Envoyez le fichier lui-même, pas un formulaire : Content-Type: text/csv et, avec curl, --data-binary @fichier.csv.',
      en: 'Send the file itself, not a form: Content-Type: text/csv and, with curl, --data-binary @file.csv.',
    })
  const length = request.headers.get('content-length')
  const declared = length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null
  const digest = digestIn(request.headers.get('content-digest') ?? request.headers.get('repr-digest'))
  if (declared === null && digest === null)
    throw new HttpRefusal(411, {
      fr: 'Dites combien d’octets viennent (Content-Length) ou leur SHA-256 (Content-Digest) : un fichier coupé en route ne se verrait pas.',
      en: 'Say how many bytes come (Content-Length) or their SHA-256 (Content-Digest): a file cut on its way would not show.',
    })
  return { bytes: (request.body ?? new Blob().stream()) as AsyncIterable<Uint8Array>, declared, digest }
}

/** The SHA-256 among the digests of RFC 9530, in hexadecimal; null without the header. */
export function digestIn(header: string | null): string | null {
  if (header === null) return null
  const said = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?:,|$)/.exec(header)?.[1]
  if (said !== undefined) return Buffer.from(said, 'base64').toString('hex')
  throw new HttpRefusal(400, {
    fr: 'Content-Digest se lit ainsi : sha-256=:…: avec l’empreinte en base64 (RFC 9530).',
    en: 'Content-Digest reads like this: sha-256=:…: with the hash in base64 (RFC 9530).',
  })
}

import type { Problems } from './problems'

export const problemsEn: Problems = {
  not_found: {
    title: 'Nothing here',
    meaning: 'There is nothing at this address, or nothing you may see. Check the id.',
  },
  forbidden: {
    title: 'Not allowed',
    meaning: 'Your role, or where the request comes from, does not allow this.',
  },
  not_signed_in: {
    title: 'Not signed in',
    meaning: 'Send a personal token: Authorization: Bearer … Tokens are made on the page of your account.',
  },
  stale: {
    title: 'Somebody was quicker',
    meaning:
      'Somebody else saved this in the meantime; collision has what they saved. Compare, then send again with its version.',
  },
  invalid: {
    title: 'Not accepted',
    meaning:
      'Some of what you sent was not accepted; errors names each field, the reason and the fix. Nothing was saved.',
  },
  quote_missing: {
    title: 'Quotation not found',
    meaning: 'The quoted words are not in the text, letter for letter. Nothing was saved.',
  },
  too_many: { title: 'Too many attempts', meaning: 'Wait as long as Retry-After says, then try again.' },
  conflicting: {
    title: 'Contradicts what is there',
    meaning: 'This contradicts what is already recorded; errors names it. Nothing was saved.',
  },
  http_400: { title: 'Unreadable', meaning: 'The request cannot be read as it is. Nothing was saved.' },
  http_404: { title: 'No such address', meaning: 'The API has no such address. /api/openapi.json lists those it has.' },
  http_405: { title: 'No such method here', meaning: 'The address exists; Allow lists its methods.' },
  http_411: {
    title: 'Unknown length',
    meaning: 'Say how many bytes come (Content-Length) or their SHA-256 (Content-Digest).',
  },
  http_413: { title: 'Too large', meaning: 'The body is larger than this operation takes. Send it in several parts.' },
  http_415: { title: 'Wrong kind of body', meaning: 'The body must be JSON, announced as such, and not compressed.' },
  insufficient_scope: {
    title: 'The token may not do this',
    meaning: 'Make a token with the scope named in scope, if your role allows it.',
  },
  precondition_required: {
    title: 'Which version did you see?',
    meaning:
      'Send If-Match with the ETag you were given, or version in the body, so that nobody’s work is overwritten.',
  },
  precondition_failed: {
    title: 'Not that version any more',
    meaning: 'It has changed since the version you named. Read it again, compare, and send with its present ETag.',
  },
  idempotency_reused: {
    title: 'Key used for something else',
    meaning: 'This Idempotency-Key came with another body before. Use a new key for a new request.',
  },
  idempotency_in_flight: {
    title: 'Still being done',
    meaning: 'A request with this Idempotency-Key is being worked on. Ask again in a moment for its answer.',
  },
  quota_exceeded: {
    title: 'Too many requests',
    meaning: 'The quota named in violated-policies is used up. Wait as long as Retry-After says.',
  },
  unavailable: {
    title: 'Not available just now',
    meaning: 'The database does not answer just now. Try again in a minute.',
  },
  unexpected: {
    title: 'A fault of ours',
    meaning:
      'A fault of ours kept this from being done; nothing was half written. Try again, or give this number to whoever runs the site:',
  },
}

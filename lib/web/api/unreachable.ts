import 'server-only'
import type { Operation } from './operation'

/** What no operation of the API does, by the file of the service, and why. A service is in the table or here. */
export const UNREACHABLE: Record<string, string> = {
  // A person must be there: a token in the wrong hands must not get further than its scopes.
  'reveal-source': 'who a protected source is, is shown to a person with their password again, never to a program',
  'keep-identity': 'needs the password again; the identity must not pass through a script',
  'load-protected-source': 'the page of a protected identity',
  'confirm-password': 'a password',
  'change-password': 'a password',
  'reset-password': 'answers a link that opens an account',
  'invite-person': 'answers a link that opens an account',
  'accept-invitation': 'makes an account, from its link',
  'load-invitation': 'the page of an invitation',
  'sign-in': 'a session is for a browser',
  'sign-out': 'a session is for a browser',
  'end-session': 'a session is for a browser',
  'load-account': 'the sessions of a browser',
  'first-admin': 'only when there is nobody yet, from the command line',
  'add-token': 'a token makes no token: it would outlive its own end',
  'revoke-token': 'on the page of the account, where they are listed',
  'load-tokens': 'on the page of the account',
  'add-webhook': 'answers a secret: on the page of webhooks',
  'rotate-secret': 'answers a secret: on the page of webhooks',
  // Machinery of the API itself.
  'answer-once': 'what an Idempotency-Key does',
  'take-api-share': 'what the quota does',
  'load-token-owner': 'what Authorization does',
  'load-version': 'what If-Match does',
  // The house keeps itself.
  'index-claims': 'a job; POST /jobs queues it',
  'pair-claims': 'a job; POST /jobs queues it',
  'run-next-job': 'the round of jobs',
  'compare-table': 'a job; POST /imports/{importId}/comparison queues it',
  'write-table': 'a job; POST /imports/{importId}/confirmation queues it',
  'undo-table': 'a job; POST /imports/{importId}/undo queues it',
  'keep-checkpoint': 'the round of the log',
  'send-due-mail': 'the round of mail',
  'send-due-notices': 'the round of webhooks',
  'tidy-search': 'a job of the search index',
  // Public already, at addresses of its own.
  'send-report': 'a reader’s form, without an account',
  'load-report': 'a reader’s form, without an account',
  'load-public': 'the public pages',
  'load-public-feeds': '/feeds, /annotations and /export',
  'load-public-log': '/transparency',
  'load-public-pages': '/sitemap.xml',
  'load-earlier': 'the public pages as they were',
  'load-moment': 'the public pages as they were',
  'load-newsroom': 'the public pages',
  'search-reviews': 'GET /api/v1/claims:search answers as Google’s does (app/api/v1/claims-search)',
  'stream-csv': '/export/*.csv, with a session or without one',
  // Pages of the desk: what they show is read as records, notes, suggestions, revisions.
  'load-agreement': 'a page of statistics',
  'load-assignment': 'a form; GET /people says who there is',
  'load-claim-list': 'GET /claims',
  'load-conflict-list': 'GET /conflicts',
  'load-verdict-list': 'GET /verdicts',
  'load-desk-claim': 'GET /claims/{idOrSlug}',
  'load-desk-conflict': 'GET /conflicts/{idOrSlug}',
  'load-desk-conflict-new': 'a form',
  'load-desk-event': 'GET /events/{idOrSlug}',
  'load-desk-lists': 'the lists of records',
  'load-desk-reading': 'GET /dispatches/{idOrSlug}',
  'load-desk-source': 'GET /sources/{idOrSlug}',
  'load-desk-verdict-reading': 'GET /verdicts/{id}',
  'load-desk-verdicts': 'GET /verdicts',
  'load-missing-sides': 'a page; the requests it lists have operations',
  'load-names': 'a page; names and links have operations',
  'load-note-target': 'where a note leads on the desk',
  'load-queues': 'a page; GET /conflicts and /verdicts take the same filters',
  'allow-page-fetch': 'the server asks the web in the place of a person, on the form of a new dispatch',
  'load-sample-page': 'a page; POST /sample does what it offers',
  'load-suggested-conflict': 'a form; GET …/suggestions has the same',
  'load-table-sheets': 'GET /imports/{importId}/columns has them',
  'load-tour': 'the tour of the desk',
}

/** The file of the service behind an operation. */
export const serviceOf = ({ id, service }: Operation): string =>
  service ??
  (/^(list|get)[A-Z]/.test(id) ? 'load-records' : id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))

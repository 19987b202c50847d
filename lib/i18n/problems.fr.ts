import type { Problems } from './problems'

export const problemsFr: Problems = {
  not_found: {
    title: 'Rien ici',
    meaning: 'Il n’y a rien à cette adresse, ou rien que vous puissiez voir. Vérifiez l’identifiant.',
  },
  forbidden: {
    title: 'Non permis',
    meaning: 'Votre rôle, ou la provenance de la demande, ne le permet pas.',
  },
  not_signed_in: {
    title: 'Sans connexion',
    meaning:
      'Envoyez un jeton personnel dans l’en-tête Authorization, après le mot Bearer. Les jetons se créent sur la page de votre compte.',
  },
  stale: {
    title: 'Quelqu’un a été plus rapide',
    meaning:
      'Quelqu’un d’autre a enregistré entre-temps ; collision dit quoi. Comparez, puis renvoyez avec cette version.',
  },
  invalid: {
    title: 'Non accepté',
    meaning:
      'Une partie de l’envoi n’a pas été acceptée ; errors nomme chaque champ, la raison et le remède. Rien n’a été enregistré.',
  },
  quote_missing: {
    title: 'Citation introuvable',
    meaning: 'Les mots cités ne sont pas dans le texte, à la lettre près. Rien n’a été enregistré.',
  },
  too_many: { title: 'Trop d’essais', meaning: 'Attendez le temps que dit Retry-After, puis réessayez.' },
  conflicting: {
    title: 'Contredit l’existant',
    meaning: 'Cela contredit ce qui est déjà enregistré ; errors dit quoi. Rien n’a été enregistré.',
  },
  http_400: { title: 'Illisible', meaning: 'La demande ne peut pas être lue ainsi. Rien n’a été enregistré.' },
  http_404: {
    title: 'Adresse inconnue',
    meaning: 'L’API n’a pas cette adresse. /api/openapi.json donne la liste de celles qu’elle a.',
  },
  http_405: { title: 'Méthode inconnue ici', meaning: 'L’adresse existe ; Allow donne la liste de ses méthodes.' },
  http_411: {
    title: 'Longueur inconnue',
    meaning: 'Dites combien d’octets viennent (Content-Length) ou leur SHA-256 (Content-Digest).',
  },
  http_413: {
    title: 'Trop volumineux',
    meaning: 'Le corps dépasse ce que prend cette opération. Envoyez-le en plusieurs fois.',
  },
  http_415: {
    title: 'Mauvais type de corps',
    meaning: 'Le corps doit être du JSON, annoncé comme tel, et sans compression.',
  },
  insufficient_scope: {
    title: 'Le jeton ne le permet pas',
    meaning: 'Créez un jeton avec la portée nommée par scope, si votre rôle le permet.',
  },
  precondition_required: {
    title: 'Quelle version avez-vous vue ?',
    meaning:
      'Envoyez If-Match avec l’ETag reçu, ou version dans le corps, pour que le travail de personne ne soit écrasé.',
  },
  precondition_failed: {
    title: 'Ce n’est plus cette version',
    meaning: 'Cela a changé depuis la version nommée. Relisez, comparez, puis envoyez avec l’ETag actuel.',
  },
  idempotency_reused: {
    title: 'Clé déjà prise',
    meaning: 'Cette Idempotency-Key est déjà venue avec un autre corps. Prenez une clé nouvelle.',
  },
  idempotency_in_flight: {
    title: 'Encore en cours',
    meaning: 'Une demande avec cette Idempotency-Key est en cours. Redemandez dans un instant pour avoir sa réponse.',
  },
  quota_exceeded: {
    title: 'Trop de demandes',
    meaning: 'Le quota nommé par violated-policies est épuisé. Attendez le temps que dit Retry-After.',
  },
  unavailable: {
    title: 'Indisponible en ce moment',
    meaning: 'La base de données ne répond pas en ce moment. Réessayez dans une minute.',
  },
  unexpected: {
    title: 'Une erreur de notre côté',
    meaning:
      'Une erreur de notre côté a empêché la demande d’aboutir ; rien n’a été écrit à moitié. Réessayez, ou donnez ce numéro à la personne qui administre le site :',
  },
}

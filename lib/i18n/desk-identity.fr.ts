import type { deskIdentityEn } from './desk-identity.en'

export const deskIdentityFr: typeof deskIdentityEn = {
  title: 'Identité protégée',
  protected: 'protégée',
  back: 'Toutes les sources',
  lead: 'Tout le monde lit l’alias. Seuls les gardiens des sources peuvent regarder derrière, et chaque regard est noté avec sa raison.',
  kept: 'Identité gardée le',
  none: 'Aucune identité n’est gardée.',
  reveal: 'Voir l’identité',
  revealLead: 'Elle est montrée une fois, sur cette page, et nulle part ailleurs. Cinq regards par heure.',
  reason: 'Pourquoi vous devez savoir',
  reasonHelp: 'Les autres gardiens la lisent. N’écrivez pas l’identité ici.',
  password: 'Votre mot de passe, de nouveau',
  show: 'Montrer une fois',
  shown: 'Montrée une fois. Elle disparaît quand vous quittez cette page.',
  identity: 'Identité',
  write: 'Écrire l’identité',
  writeLead:
    'Elle est scellée avant d’être enregistrée et remplace ce qui était gardé. Enregistrer protège la source\u00a0: appartenance, fonction et adresse quittent toutes les pages et tous les exports publics\u00a0; le nom reste, comme alias.',
  aliasWarning:
    'Si le nom de cette source dit déjà qui elle est, l’historique le garde\u00a0: ajoutez plutôt une autre source sous un alias.',
  identityHelp: 'Nom, comment la joindre, ce qui ne doit pas être dit.',
  save: 'Sceller et protéger',
  saved: 'Scellée.',
  looks: 'Regards',
  noLooks: 'Personne n’a regardé.',
}

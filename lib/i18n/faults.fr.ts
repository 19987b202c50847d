import type { Faults } from './faults'

export const faultsFr = {
  reason: {
    leave_empty: 'Ce champ est un piège à programmes. Videz-le et envoyez de nouveau.',
    required: 'Rien n’est indiqué ici. Remplissez ce champ.',
    too_long: ({ max }) =>
      max === undefined ? 'Trop long. Raccourcissez.' : `Trop long : ${max} au plus. Raccourcissez, ou coupez en deux.`,
    too_short: ({ min }) =>
      min === undefined
        ? 'Trop court. Écrivez un peu plus.'
        : `Trop court : il faut au moins ${min} signes. Écrivez un peu plus.`,
    nul_character: 'Le texte contient un caractère nul (U+0000), qui ne peut être gardé. Ôtez-le et recommencez.',
    lone_surrogate:
      'Le texte contient une moitié de caractère, ce qui changerait les mots. Copiez de nouveau le texte depuis sa source.',
    control_character: 'Le texte contient un caractère de commande invisible. Ôtez-le et recommencez.',
    not_a_choice: ({ choices }) =>
      choices === undefined
        ? 'Ce n’est pas un des choix. Prenez-en un dans la liste.'
        : `Ce n’est pas un des choix. Utilisez l’un de ceux-ci : ${choices}.`,
    unknown_property: ({ found }) =>
      found === undefined
        ? 'Cette propriété n’existe pas. Prenez-en une dans la liste.'
        : `Aucune propriété ne s’appelle « ${found} ». Prenez-en une dans la liste.`,
    unknown_id:
      'Rien ici ne porte cet identifiant : il a pu être retiré, ou ne vous est pas visible. Choisissez de nouveau dans la liste.',
    not_a_date: ({ found }) =>
      `${found === undefined ? 'Ceci' : `« ${found} »`} n’est pas une date lisible (EDTF). Écrivez par exemple 2013-01-10, 2013-01, 2013-01-10? ou 2013-01-09/2013-01-10.`,
    date_needs_basis:
      'Une date va avec la façon dont elle est connue. Dites si elle est indiquée ou déduite, ou laissez la date vide.',
    address_refused:
      'Cette adresse ne peut pas être prévenue. Donnez celle d’une machine publique, en http ou https, sans nom, mot de passe ni port particulier.',
    not_a_url: 'Ce n’est pas une adresse web. Elle doit commencer par http:// ou https://.',
    not_an_email: 'Ce n’est pas une adresse électronique. Vérifiez-la : nom@example.org.',
    quote_not_in_text:
      'Ces mots ne sont pas dans le texte, lettre pour lettre. Sélectionnez-les de nouveau dans la dépêche.',
    quote_elsewhere:
      'Ces mots sont dans le texte, mais pas à cette place. Sélectionnez-les de nouveau dans la dépêche.',
    quote_ambiguous: 'Ces mots apparaissent plusieurs fois. Sélectionnez dans la dépêche le passage voulu.',
    chain_empty: 'La chaîne est vide. Dites au moins qui parle ou qui publie.',
    chain_role_order:
      'Qui parle vient avant l’interprète, l’agence et le média. Remontez ce maillon, ou changez son rôle.',
    needs_two_positions: 'Un conflit a au moins deux positions. Ajoutez l’autre partie.',
    position_empty: 'Aucun passage ne tient cette position. Ajoutez-en un, ou retirez la position.',
    statement_on_other_property: 'Ce passage parle d’une autre propriété. Prenez-en un qui parle de celle du conflit.',
    statement_twice: 'Ce passage est déjà d’un autre côté. Ne le gardez que d’un seul.',
    claim_not_public:
      'Ce conflit est public, et l’affirmation d’où vient ce passage ne l’est pas. Publiez-la d’abord, ou choisissez un autre passage.',
    position_of_other_conflict: 'Cette position est celle d’un autre conflit. Prenez une des positions de celui-ci.',
    rationale_required: 'Il manque la raison publique. Dites aux lecteurs pourquoi vous décidez ainsi.',
    no_source_key:
      'Ce serveur n’a pas la clé des identités protégées, ou pas celle qui a servi. Demandez à qui l’administre de régler RECOUPE_SOURCE_KEY.',
    evidence_or_reason: 'Il n’y a pas de pièce. Joignez-en une, ou dites pourquoi il n’y en a pas.',
    second_reader_is_author: 'Le second lecteur ne peut pas être l’auteur. Demandez à quelqu’un d’autre de lire.',
    needs_second_reader: 'Personne d’autre n’a encore lu ce verdict. Envoyez-le d’abord en seconde lecture.',
    rate_first: 'Cette lecture est à l’aveugle. Donnez d’abord votre propre avis ; le premier se montre ensuite.',
    already_rated: 'Votre avis sur cette version est déjà donné ; il reste tel quel. Passez à votre décision.',
    needs_correction:
      'Un verdict publié ne change qu’avec une correction. Dites ce qui était faux, et si c’était grave.',
    wrong_state: ({ state }) =>
      state === undefined
        ? 'Impossible dans l’état actuel. Rechargez la page pour voir où en sont les choses.'
        : `Impossible dans l’état « ${state} ». Rechargez la page pour voir où en sont les choses.`,
    in_use: 'Quelque chose s’appuie déjà dessus. Cela reste : modifiez-le plutôt.',
    bears_already:
      'Cette pièce porte déjà sur la même chose. Une pièce n’a qu’une position à la fois : mettez d’abord fin à l’autre lien.',
    already_taken: 'Déjà pris. Choisissez autre chose.',
    password_too_short: ({ min }) =>
      `Le mot de passe est trop court. Il en faut au moins ${min ?? 12} signes ; une phrase convient bien.`,
    password_too_common:
      'Ce mot de passe est trop connu. Choisissez-en un qui n’est dans aucune liste ; une phrase convient bien.',
    wrong_credentials: 'L’adresse et le mot de passe ne vont pas ensemble. Vérifiez les deux et recommencez.',
    link_expired: 'Ce lien a expiré ou a déjà servi. Demandez-en un autre à un administrateur.',
    last_admin: 'C’est le dernier administrateur. Nommez-en d’abord un autre.',
    not_a_number: 'Ce n’est pas un nombre entier. N’utilisez que des chiffres.',
    file_too_big: ({ max }) =>
      `Le fichier est trop gros\u202f: ${max} au plus. Partagez-le, ou passez par la ligne de commande sur le serveur.`,
    for_editors:
      'Les ClaimReviews d’autres rédactions sont importées par les éditeurs. Demandez à l’un d’eux d’envoyer ce fichier.',
    cut_short: 'Le fichier n’est pas arrivé entier, rien n’en a été repris. Vérifiez la connexion et renvoyez-le.',
    unknown_field: 'Aucun champ ne porte ce nom. Retirez-le, ou vérifiez son orthographe.',
  },
  code: {
    not_found: 'Il n’y a rien à cette adresse.',
    forbidden: 'Vous ne pouvez pas faire cela.',
    not_signed_in: 'Vous n’êtes pas connecté. Connectez-vous et recommencez ; ce que vous avez écrit est gardé.',
    stale: 'Quelqu’un d’autre a enregistré entre-temps. Comparez les deux textes, puis enregistrez de nouveau.',
    invalid: 'Une partie de l’envoi n’a pas été acceptée. Rien n’a été enregistré.',
    quote_missing: 'Les mots cités n’ont pas été trouvés dans le texte. Rien n’a été enregistré.',
    too_many: 'Trop d’essais. Attendez un peu et recommencez.',
    conflicting: 'Ceci contredit ce qui est déjà enregistré. Rien n’a été enregistré.',
  },
} satisfies Faults

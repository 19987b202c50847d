import type { TableProblemWords } from './table-problems'

const words = (value: string | null) => (value === null ? '(rien)' : `«\u00a0${value}\u00a0»`)

export const tableProblemsFr: TableProblemWords = {
  place: (row, column) => (column === null ? `ligne ${row}\u202f: ` : `ligne ${row}, colonne ${column}\u202f: `),
  line: (line) => ` (ligne ${line} du fichier)`,
  found: (value) => `«\u00a0${value}\u00a0» – `,
  row: {
    not_a_choice: ({ choices }) => `ce n’est pas un des choix. Mettez l’un de ceux-ci\u202f: ${choices}.`,
    too_long: ({ max }) => `plus de ${max} caractères. Raccourcissez.`,
    control_character: () => 'il s’y trouve un caractère de contrôle invisible. Retirez-le.',
    nul_character: () => 'il s’y trouve un caractère nul (U+0000), qui ne peut être gardé. Retirez-le.',
    lone_surrogate: () => 'il s’y trouve une moitié de caractère. Recopiez le texte depuis sa source.',
    not_an_id: () => 'ce n’est pas un de nos identifiants. Recopiez-le depuis l’export, ou videz la cellule.',
    field_count: ({ found, expected }) =>
      `${found} cellules là où l’en-tête en a ${expected}. Cherchez un séparateur ou un guillemet de trop, ou qui manque.`,
    after_quote: () =>
      'du texte suit un guillemet fermant. Doublez les guillemets dans une cellule, ou retirez celui qui est de trop.',
    not_json: () => 'ce n’est pas un objet JSON sur une ligne. Corrigez la ligne, ou laissez-la de côté.',
    not_annotation: () => 'ce n’est pas une annotation : il y manque le type ou la cible. Laissez-la de côté.',
    unknown_claim: () =>
      'aucune affirmation ne porte ce nom chez nous. Vérifiez-le\u202f; une clé à vous va dans une colonne associée à «\u00a0key\u00a0».',
    unknown_occurrence: () =>
      'aucun passage n’a cet identifiant chez nous. Recopiez-le depuis l’export, ou videz la cellule.',
    keys_differ: () =>
      'elle désigne une autre affirmation que les autres clés de la ligne. Gardez la bonne et videz les autres.',
    unknown_event: () =>
      'aucun événement ne s’appelle ainsi. Mettez son nom d’adresse ou son titre, ou ajoutez d’abord l’événement.',
    ambiguous_event: () => 'plusieurs événements s’appellent ainsi. Mettez le nom d’adresse de celui dont il s’agit.',
    unknown_dispatch: () => 'aucune dépêche n’a ce nom d’adresse. Ajoutez d’abord la dépêche, ou corrigez le nom.',
    no_statement: () => 'une nouvelle affirmation énonce quelque chose. Remplissez statement_fr ou statement_en.',
    no_kind: () => 'un nouveau passage dit comment le texte porte les mots. Remplissez kind.',
    no_publisher: () => 'la dépêche ne nomme pas qui la publie\u202f: personne ne serait cité. Nommez-le d’abord.',
    passage_incomplete: () => 'il faut à un passage dispatch_slug et quote. Remplissez l’autre, ou videz les deux.',
    needs_passage: () =>
      'elle décrit un passage, et la ligne n’en donne pas. Remplissez dispatch_slug et quote, ou videz la cellule.',
    which_occurrence: () =>
      'l’affirmation a plusieurs passages, ou aucun. Dites lequel dans occurrence_id, ou videz la cellule.',
    scope_of_narration: () =>
      'une narration ne cite personne et n’a donc pas de quote_scope. Videz-le, ou changez kind.',
    not_changed_here: () => 'cette colonne ne se modifie pas dans un tableau.',
    said_twice: ({ first }) => `la ligne ${first} dit autre chose de la même affirmation. Mettez-les d’accord.`,
    key_twice: ({ first }) => `la ligne ${first} a la même clé. Donnez à chacune la sienne.`,
    quote_not_in_text: ({ nearest }) =>
      nearest === undefined
        ? 'ces mots ne sont pas dans le texte, lettre pour lettre. Recopiez-les depuis la dépêche.'
        : `ces mots ne sont pas dans le texte, lettre pour lettre. Le texte porte\u202f: «\u00a0${nearest}\u00a0».`,
    quote_ambiguous: ({ count }) => `ces mots se trouvent ${count} fois dans le texte. Citez davantage du passage.`,
    chain_too_long: ({ max }) => `une chaîne a au plus ${max} maillons, celui qui publie compris. Laissez-en de côté.`,
    chain_hop_empty: () =>
      'un maillon de la chaîne est vide. Écrivez un nom entre les signes «\u00a0>\u00a0», ou retirez-en un.',
    chain_hop_withheld: () =>
      'le «\u00a0…\u00a0» tient lieu d’une source protégée et ne nomme personne. Donnez la chaîne sur la page de l’affirmation.',
    chain_role_unknown: ({ name, role, choices }) =>
      `«\u00a0${role}\u00a0», dit de «\u00a0${name}\u00a0», n’est pas un rôle. Mettez l’un de ceux-ci\u202f: ${choices}\u202f; ou ajoutez un rôle à la suite, si cela fait partie du nom.`,
    chain_role_missing: ({ name, choices }) =>
      `le rôle de «\u00a0${name}\u00a0» n’est pas dit. Écrivez-le après le nom, «\u00a0${name} (interpreter)\u00a0», avec l’un de ceux-ci\u202f: ${choices}.`,
    chain_role_order: ({ name }) =>
      `«\u00a0${name}\u00a0» vient trop tard. Qui parle vient avant l’interprète, l’agence et le média, et personne ne parle après une source qui n’est pas nommée.`,
    unknown_source: ({ name }) =>
      `aucune source ne s’appelle ainsi\u202f: «\u00a0${name}\u00a0». Corrigez le nom, ajoutez la source sur la page Sources, ou laissez l’import ajouter les sources que nous ne connaissons pas (--add-sources).`,
    ambiguous_source: ({ name, slugs }) =>
      `plusieurs sources s’appellent «\u00a0${name}\u00a0». Écrivez le nom d’adresse de celle dont il s’agit\u202f: ${slugs}.`,
  },
  elsewhere: {
    dispatch_slug: 'Un passage reste dans son texte. Remettez ce qui y était.',
    quote: 'Les mots cités ne changent jamais. Remettez ce qui y était\u202f; un autre passage est une nouvelle ligne.',
    start: 'Elle découle de la citation. Remettez ce qui y était.',
    end: 'Elle découle de la citation. Remettez ce qui y était.',
    source: 'C’est la première voix de la chaîne\u202f: changez la chaîne sur la page de l’affirmation.',
    source_kind: 'Cela se change sur la page de la source.',
    attribution_chain:
      'Seul un nouveau passage apporte sa chaîne\u202f; celle-ci se change sur la page de l’affirmation, source par source.',
    event_date: 'Cela se change sur la page de l’affirmation.',
    event_date_basis: 'Cela se change sur la page de l’affirmation.',
    place: 'Cela se change sur la page de l’affirmation.',
    actors: 'Cela se change sur la page de l’affirmation.',
    conflict_ids: 'Les conflits se marquent sur leurs propres pages.',
    verdict: 'Un verdict se rédige, se relit et se publie sur la page de l’affirmation.',
    verdict_label_fr: 'Cela découle du verdict, publié sur la page de l’affirmation.',
    verdict_label_en: 'Cela découle du verdict, publié sur la page de l’affirmation.',
    published_at: 'C’est le moment de la publication. Remettez ce qui y était.',
  },
  file: {
    empty: () => 'Il ne contient aucune ligne.',
    not_utf8: () =>
      'Ce n’est pas du texte en UTF-8. Enregistrez en «\u00a0CSV UTF-8\u00a0», ou en XLSX, et recommencez.',
    quote_not_closed: (_, line) =>
      `Un guillemet ouvert avant la ligne ${line} n’est jamais fermé\u202f; le fichier est peut-être coupé. Fermez-le, ou envoyez le fichier entier.`,
    field_too_long: (_, line) =>
      `Une cellule de la ligne ${line} a plus d’un million de caractères\u202f: un guillemet n’est sans doute pas fermé. Fermez-le.`,
    no_header: () =>
      'Sa première ligne ne nomme pas les colonnes, ou pas celles qui ont été associées. Mettez les noms en première ligne.',
    one_column: () =>
      'Il n’a qu’une colonne. Vérifiez ce qui sépare les cellules\u202f: virgule, point-virgule, tabulation ou |.',
    name_twice: ({ found }) => `Deux colonnes s’appellent «\u00a0${found ?? ''}\u00a0». Renommez-en une.`,
    not_a_workbook: () => 'Ce n’est pas un classeur lisible. Enregistrez-le en XLSX sans mot de passe, ou en CSV.',
    not_json: () => 'Ces annotations ne sont pas du JSON. Demandez le fichier de nouveau ; il est peut-être coupé.',
    no_such_sheet: ({ found }) =>
      `Le classeur n’a pas de feuille «\u00a0${found ?? ''}\u00a0». Choisissez l’une des siennes.`,
    workbook_too_big: () => 'Le classeur est trop gros une fois déplié. Enregistrez-le en CSV et envoyez celui-ci.',
  },
  conflict: ({ base, ours, theirs }) =>
    `les deux côtés l’ont changée. Elle était ${words(base)}\u202f; la nôtre est maintenant ${words(ours)}, la leur est ${words(theirs)}. La nôtre reste, sauf si vous prenez la leur.`,
  left: ({ ref, reason }) =>
    reason === 'changed_since'
      ? `${ref}\u202f: quelqu’un l’a changée depuis\u202f; elle reste comme elle est.`
      : reason === 'published'
        ? `${ref}\u202f: des lecteurs l’ont vue\u202f; elle change par une rectification.`
        : `${ref}\u202f: quelqu’un s’est appuyé dessus depuis\u202f; elle reste.`,
}

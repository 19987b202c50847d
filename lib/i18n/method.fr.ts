import type { MethodWords } from './method'

export const methodFr: MethodWords = {
  title: 'Méthode',
  lead: 'Ce que nous vérifions, comment nous tranchons, ce que veulent dire les mots et les marques, et comment chacun peut vérifier qu’une page n’a pas été changée dans son dos.',
  steps: {
    title: 'D’une dépêche à un verdict',
    items: [
      'Le texte est gardé entier et jamais retouché : sa graphie, ses guillemets et ses espaces sont ceux de l’original. Son empreinte est publiée.',
      'Il est démonté en affirmations. Chacune reste liée aux mots exacts qui la font.',
      'Pour chacune, nous notons qui l’a dite et par qui elle nous parvient : le locuteur, l’interprète, l’agence, le média.',
      'Les affirmations sur un même événement sont mises côte à côte. Là où elles ne s’accordent pas, les deux côtés sont montrés dans leurs propres mots.',
      'Des pièces sont réunies, datées et archivées. Puis quelqu’un se prononce, et quelqu’un d’autre le lit avant publication.',
    ],
  },
  scale: {
    title: 'L’échelle',
    why: 'Un verdict est un mot à côté d’une forme, jamais une couleur. Cinq d’entre eux mesurent à quel point une affirmation est vraie ; les autres disent que la question est d’une autre nature, et ne portent pas de nombre.',
    axis: 'À quel point c’est vrai',
    off: 'Une réponse d’une autre nature',
    number: (n) => `${n} sur 5 dans les données`,
    noNumber: 'pas de nombre dans les données',
  },
  verdict: {
    title: 'Ce qu’il faut à un verdict',
    items: [
      'Des pièces, ou la raison publique de leur absence.',
      'Un second lecteur. Si une rédaction d’une seule personne publie seule, la page le dit.',
      'Un résumé, une raison, et ce qui le ferait changer.',
      'Une fois publié, il ne change qu’avec une correction. Si un élément sur lequel il repose change, il est marqué à réexaminer jusqu’à ce qu’il soit relu.',
    ],
  },
  chain: {
    title: 'Qui l’a dit, et par qui',
    why: 'La forme de chaque arrêt est un rôle.',
    role: {
      speaker: 'la voix elle-même',
      interpreter: 'porte les mots dans une autre langue : ce qui est cité est la traduction',
      witness: 'l’a vu',
      correspondent: 'rend compte, du lieu ou du pays, pour un média',
      agency: 'recueille et envoie aux médias',
      outlet: 'publie',
      unattributed: 'le texte ne dit pas d’où il le tient',
    },
    ambiguous:
      'Une ligne pointillée et un point d’interrogation veulent dire que le texte ne précise pas jusqu’où va une attribution. Nous ne devinons pas.',
    origins:
      'Un diffuseur n’est pas une origine. Les mêmes mots repris par trois médias ont une origine, et comptent une fois.',
  },
  marks: {
    title: 'Les marques sur un texte',
    why: 'La ligne sous les mots dit de quel genre de passage il s’agit ; le surlignage dit que des sources se contredisent.',
  },
  conflict: {
    title: 'Les genres de conflit',
    why: 'Un conflit porte sur une propriété d’un événement : qui, combien, quand, où. Il a deux côtés ou davantage. Un passage trop général pour choisir est montré comme tel.',
    class: {
      contradiction: 'les deux ne peuvent être vrais tels qu’ils sont écrits',
      tension: 'les deux peuvent être vrais, mais mal ensemble',
      variant: 'la même chose, dite ou écrite autrement',
      ambiguity: 'le texte se lit de deux façons',
      gap: 'il manque ce qui compte : une source, une partie, une date',
      apparent: 'ressemble à un désaccord et n’en est pas un',
    },
  },
  corrections: {
    title: 'Les corrections',
    why: 'Tout changement d’un verdict publié est listé pour de bon, avec ce qui était écrit avant.',
    severity: {
      clarification: 'les mots n’étaient pas clairs ; le sens demeure',
      correction: 'quelque chose était faux ; le verdict demeure',
      verdict_change: 'le verdict lui-même a changé',
      retraction: 'le verdict est retiré ; la page reste et le dit',
    },
  },
  sources: {
    title: 'Les sources',
    items: [
      'La fiabilité d’une source (A à F) et la crédibilité de ce qu’elle dit (1 à 6) sont deux jugements, portés séparément. F et 6 veulent dire que l’on ne peut juger, non que c’est le pire.',
      'Une source à protéger n’apparaît que sous les mots du texte. Son identité n’est sur aucune page, dans aucun export ni aucune recherche.',
      'Les noms sont liés, jamais fondus : chaque texte garde sa graphie.',
      'Les dates ne sont jamais devinées. Quand l’une est déduite, les mots dont elle l’est sont à côté.',
    ],
  },
  verify: {
    title: 'Vérifier une page',
    items: [
      'Chaque version publiée est gardée telle quelle, octet pour octet, avec son empreinte SHA-256.',
      'Ces empreintes sont inscrites dans un journal dont chaque entrée scelle les précédentes. Un point de contrôle est publié : qui en garde un peut prouver plus tard que rien d’antérieur n’a été changé ni retiré.',
      'Les données sont à prendre librement, en CSV, en ClaimReview et en annotations W3C.',
    ],
    checkpoint: 'le point de contrôle',
    log: 'le journal, ligne par ligne',
    key: 'la clé de signature',
  },
}

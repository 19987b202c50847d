import type { DispatchFileWords } from './dispatch-file'

export const dispatchFileFr: DispatchFileWords = {
  title: 'Prendre le texte dans un fichier',
  lead: 'Texte, page web enregistrée, DOCX ou PDF avec du texte, jusqu’à 7,5 Mo. Le formulaire se remplit avec ce que dit le fichier ; rien n’est gardé avant que vous l’ayez relu.',
  file: 'Fichier',
  address: 'Ou l’adresse d’une page web',
  submit: 'Lire le fichier',
  reading: 'Lecture du fichier…',
  refusal: {
    file_empty: 'Le fichier est vide. Choisissez-en un autre.',
    file_too_large: 'Le fichier dépasse 7,5 Mo, ou davantage une fois décompressé. Collez le texte ci-dessous.',
    file_not_utf8:
      'Le texte n’est pas dans l’encodage annoncé (UTF-8 si rien n’est dit). Enregistrez le fichier en UTF-8 et recommencez.',
    file_not_text: 'Ce n’est ni du texte, ni une page web, ni un DOCX, ni un PDF. Collez le texte ci-dessous.',
    file_no_text:
      'Aucun texte dans ce fichier : peut-être des images. Passez-le à la reconnaissance de caractères, ou collez le texte.',
    file_locked: 'Le fichier est protégé par un mot de passe. Enregistrez-le sans, et recommencez.',
    file_damaged: 'Le fichier est incomplet ou abîmé. Demandez-le de nouveau, ou collez le texte.',
    file_too_slow: 'La lecture a pris plus de vingt secondes et s’est arrêtée. Collez le texte ci-dessous.',
    page_refused:
      'Cette adresse n’a pas pu être lue : elle ne répond pas, n’est pas publique ou mène ailleurs. Enregistrez la page et choisissez le fichier.',
    page_not_text: 'Il n’y a ni texte ni page web à cette adresse. Enregistrez le fichier et choisissez-le.',
    page_too_large: 'La page dépasse 2 Mo. Enregistrez-la et choisissez le fichier.',
  },
  warning: {
    whole_page: 'Aucun article n’a été reconnu : des menus peuvent se trouver parmi les mots.',
    line_breaks: 'Un PDF coupe ses lignes : elles ont été réunies en paragraphes. Comparez avec l’original.',
    end_hyphens:
      'Des traits d’union en fin de ligne ont été gardés : « celui-ci » est juste, « fran-çais » ne l’est pas.',
    no_title: 'Le fichier ne donne pas de titre : écrivez-en un.',
  },
  format: { text: 'texte', html: 'page web', docx: 'DOCX', pdf: 'PDF' },
  filled: (format, characters) =>
    `Fichier lu (${format}) : ${characters.toLocaleString('fr')} caractères. Relisez, puis ajoutez.`,
  added: (title, address) => `« ${title} » est ajoutée : ${address}`,
  same: (address) => `Ce texte est déjà là, rien n’a changé : ${address}`,
  dryRun: 'Essai à blanc : rien n’a été écrit.',
}

/**
 * What people build long passwords from. Every password here has at least 15 characters, so the famous short ones can
 * only come back as parts: about 130 stems and the rows of the keyboards, not a copy of a leaked list. A password of
 * which nothing is left once these, years, runs and repetitions are taken away is refused (`isGuessable`).
 */
export const STEMS: readonly string[] = (
  'password passwort passwd passord passphrase motdepasse mot de passe contrasena contraseña senha parola secret secrete administrator administrateur admin ' +
  'root user utilisateur guest invite login signin signon welcome bienvenue bonjour bonsoir hello salut changeme changezmoi change letmein ' +
  'laissemoi entrer open sesame iloveyou jetaime mon amour love amour lovely princess princesse sunshine soleil monkey dragon master maitre ' +
  'football baseball basketball soccer hockey superman batman spiderman pokemon starwars matrix shadow michael jordan jennifer ' +
  'charlie thomas nicolas marie camille chouchou doudou loulou coucou azerty qwerty qwertz azertyuiop qwertyuiop asdfghjkl zxcvbnm ' +
  'wxcvbn abc123 test testing demo example exemple sample default temp temporary temporaire internet computer ordinateur ' +
  'google facebook twitter linkedin microsoft windows apple france paris marseille olivier mali bamako quebec canada london england america ' +
  'freedom liberte whatever trustno1 access pass word numero january february march april june july august september october november december ' +
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre summer winter spring autumn printemps automne hiver'
).split(' ')

/** Words of this site and of this trade: the first thing an attacker adds to a list. */
export const SITE_WORDS: readonly string[] =
  'recoupe recouper recoupement factcheck factchecking fact checker check verification verify verite truth dispatch depeche claim journal journaliste journalist newsroom redaction press presse desk news'.split(
    ' ',
  )

/** Rows of keyboards and the alphabet, read in either direction. */
export const ROWS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertzuiop',
  '&é"\'(-è_çà)=',
  '!@#$%^&*()_+',
]

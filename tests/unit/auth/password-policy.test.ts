import { describe, expect, test } from 'vitest'
import { passwordFault } from '@/lib/domain/person'

const about = ['awa.traore@gazette.example', 'Awa Traoré']
const reason = (password: string) => passwordFault(password, about)?.reason ?? 'accepted'

describe('a password', () => {
  const cases: Record<string, [password: string, verdict: string]> = {
    'of 14 characters is too short': ['hérons d’argen', 'password_too_short'],
    'of 15 characters will do': ['hérons d’argent', 'accepted'],
    'counts characters, not bytes or halves': ['🐢🦩🐘🦉🐊🦓🐙🦔🦂🦎🐝🦀🐌🦋', 'password_too_short'],
    'of emoji will do': ['🐢🦩🐘🦉🐊🦓🐙🦔🦂🦎🐝🦀🐌🦋🐞', 'accepted'],
    'with spaces will do': ['onze tortues vertes sous la pluie', 'accepted'],
    'in Arabic will do': ['السلحفاة تمشي ببطء تحت المطر', 'accepted'],
    'of digits drawn by lot will do': ['492871638052794', 'accepted'],
    'of 64 characters will do': [`${'onze tortues '.repeat(4)}douze héro`.slice(0, 64), 'accepted'],
    'of 128 random characters will do': [
      'kP3v'.concat(Array.from({ length: 124 }, (_, n) => String.fromCharCode(33 + ((n * 37 + n * n) % 90))).join('')),
      'accepted',
    ],
    'of 5,000 characters is too long': ['onze tortues '.repeat(400).slice(0, 5_000), 'too_long'],
    'that is empty is missing': ['', 'required'],
    'with half a character is refused': ['onze tortues \ud800 vertes', 'lone_surrogate'],
    'with U+0000 is refused': ['onze tortues \u0000 vertes', 'nul_character'],
    'that is a row of the keyboard is too common': ['azertyuiopqsdfgh', 'password_too_common'],
    'that counts is too common': ['123456789012345', 'password_too_common'],
    'that counts down is too common': ['987654321098765', 'password_too_common'],
    'of one letter is too common': ['aaaaaaaaaaaaaaaaaa', 'password_too_common'],
    'that says one word twice is too common': ['passwordpassword', 'password_too_common'],
    'that dresses a common word up is too common': ['P@ssword-password-2026!', 'password_too_common'],
    'that is a common word, a year and signs is too common': ['Motdepasse2026!!!!!', 'password_too_common'],
    'that is the name of the site is too common': ['Recoupe-Verdict-2026', 'accepted'],
    'that is only words of the site is too common': ['recoupe factcheck 2026', 'password_too_common'],
    'that is the person’s own name and address is too common': ['awa traore gazette!!', 'password_too_common'],
    'that is the alphabet is too common': ['abcdefghijklmnop', 'password_too_common'],
  }
  test.each(Object.entries(cases))('%s', (_sentence, [password, verdict]) => expect(reason(password)).toBe(verdict))

  test('of a megabyte is refused for its length', () => expect(reason('a '.repeat(500_000))).toBe('too_long'))
})

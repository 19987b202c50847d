import { describe, expect, test } from 'vitest'
import { mentionedIn, noteParagraphs } from '@/lib/domain/note'

const people = [
  { id: 'awa', name: 'Awa Traoré' },
  { id: 'awa-b', name: 'Awa Traoré Ba' },
  { id: 'ines', name: 'Inès' },
  { id: 'moussa', name: 'Moussa Keïta' },
  { id: 'moussa-2', name: 'Moussa Keïta' },
]

describe('a mention', () => {
  test.each([
    ['by the whole name', 'Voir @Awa Traoré.', ['awa']],
    ['by the longest name that fits', '@Awa Traoré Ba, voir', ['awa-b']],
    ['letter case and accents aside', 'merci @awa traore !', ['awa']],
    ['by a first name that one person has', 'et @ines ?', ['ines']],
    ['not by a first name that two people have', '@Awa viens', []],
    ['of both people of one name', '@Moussa Keïta', ['moussa', 'moussa-2']],
    ['not inside an address', 'awa@Inès.example', []],
    ['not by the beginning of a longer word', '@Inèsse', []],
    ['once, however often it is said', '@Inès @Inès', ['ines']],
    ['after a bracket', '(@Inès)', ['ines']],
  ])('is made %s', (_how, body, who) => expect(mentionedIn(body, people)).toEqual(who))

  test('of one of two people of the same name is the one who was picked', () =>
    expect(mentionedIn('@Moussa Keïta', people, ['moussa-2'])).toEqual(['moussa-2']))
  test('picked and then taken out of the text is none', () =>
    expect(mentionedIn('rien', people, ['moussa-2'])).toEqual([]))
})

describe('a note is shown', () => {
  const links = (body: string) =>
    noteParagraphs(body, [])
      .flat()
      .flatMap((it) => (it.kind === 'link' ? [it.href] : []))
  test('in paragraphs, without the empty ones', () =>
    expect(noteParagraphs('a\nb\r\n\r\n\n  \nc', [])).toEqual([
      [{ kind: 'text', text: 'a\nb' }],
      [{ kind: 'text', text: 'c' }],
    ]))
  test.each([
    ['an address in a sentence', 'voir https://example.org/a?b=1.', ['https://example.org/a?b=1']],
    ['an address in brackets', '(https://example.org/a)', ['https://example.org/a']],
    ['an address with brackets', 'https://example.org/Kona_(Mali)', ['https://example.org/Kona_(Mali)']],
    ['an address in quotation marks', '« http://example.org »', ['http://example.org']],
    ['nothing that runs', 'javascript:alert(1) data:text/html,x ftp://example.org', []],
    ['nothing that is no address', 'https:// http://', []],
  ])('with %s as a link', (_what, body, hrefs) => expect(links(body)).toEqual(hrefs))
  test('with every letter of it, and markup as words', () => {
    const body = '<b>@Inès</b> [x](https://example.org) *y*'
    const pieces = noteParagraphs(body, people).flat()
    expect(pieces.map(({ text }) => text).join('')).toBe(body)
    expect(pieces.filter(({ kind }) => kind !== 'text').map(({ text }) => text)).toEqual([
      '@Inès',
      'https://example.org',
    ])
  })
})

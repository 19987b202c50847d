import { type Feed, type FeedEntry, feedPath } from './feed'

/** What XML 1.0 cannot hold at all, not even escaped: most control characters, halves of surrogates, two noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** Text inside XML, as content or between double quotes. Carriage returns are written out: a reader would drop them. */
export const xmlText = (text: string): string =>
  text
    .replace(UNSPEAKABLE, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')

const element = (name: string, text: string, attributes = ''): string =>
  `<${name}${attributes}>${xmlText(text)}</${name}>`
const link = (rel: string, type: string, href: string, lang: string): string =>
  `<link rel="${rel}" type="${type}" hreflang="${lang}" href="${xmlText(href)}"/>`

/** A feed as Atom 1.0 (RFC 4287). Every text is plain: no reader has to guess what is markup. */
export function atomFeed(feed: Feed): string {
  const { lang, baseUrl } = feed
  const entry = (it: FeedEntry): string =>
    [
      '<entry>',
      element('id', it.id),
      element('title', it.title, ' type="text"'),
      link('alternate', 'text/html', it.url, lang),
      element('published', it.published),
      element('updated', it.updated),
      it.summary === null
        ? ''
        : element(
            'summary',
            it.summary.text,
            ` type="text"${it.summary.lang === lang ? '' : ` xml:lang="${it.summary.lang}"`}`,
          ),
      '</entry>\n',
    ].join('')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">\n`,
    element('id', feed.id),
    element('title', feed.title, ' type="text"'),
    element('subtitle', feed.description, ' type="text"'),
    element('updated', feed.updated),
    `<author>${element('name', feed.author)}${element('uri', `${baseUrl}/`)}</author>`,
    link('self', 'application/atom+xml', baseUrl + feedPath(lang, feed.name, 'atom'), lang),
    link('alternate', 'text/html', feed.home, lang),
    feed.hub === undefined ? '' : `<link rel="hub" href="${xmlText(feed.hub)}"/>`,
    `${element('icon', `${baseUrl}/icon.svg`)}\n`,
    ...feed.entries.map(entry),
    '</feed>\n',
  ].join('')
}

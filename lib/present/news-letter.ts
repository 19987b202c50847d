import type { News } from '@/lib/domain/notification'
import type { Language } from '@/lib/domain/vocabulary'
import { deskTogetherWords } from '@/lib/i18n/desk-together'
import { moment } from '@/lib/i18n/format'
import { newsSentence } from '@/lib/i18n/news-sentence'
import { deskPlacePath } from './desk-places'

/** A letter ready to leave. `settings` is where its reader chooses to get no more of them. */
export type Letter = {
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  settings: string
}

type Given = { lang: Language; name: string; email: string; site: string; news: readonly News[] }

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/**
 * What is new for one person, as text and as HTML. It says what happened and leads to the desk; of quotations, sources and
 * notes it holds no word, because a letter leaves the house and stays where it was sent.
 */
export function newsLetter({ lang, name, email, site, news }: Given): Letter {
  const t = deskTogetherWords(lang).mail
  const settings = `${site}/${lang}/desk/account#mail`
  const lines = news.map((it) => ({
    sentence: newsSentence(lang, it),
    at: moment(lang, it.at),
    href: `${site}${deskPlacePath(lang, it.place)}`,
  }))
  const text = [
    t.hello(name),
    '',
    t.opening(news.length),
    '',
    ...lines.flatMap(({ sentence, at, href }) => [`- ${sentence} (${at})`, `  ${href}`]),
    '',
    `${t.all} ${site}/${lang}/desk/notifications`,
    `${t.less} ${settings}`,
    '',
  ].join('\n')
  const html = [
    '<!doctype html>',
    `<html lang="${lang}"><head><meta charset="utf-8"><title>${escaped(t.subject(news.length))}</title></head><body>`,
    `<p>${escaped(t.hello(name))}</p><p>${escaped(t.opening(news.length))}</p><ul>`,
    ...lines.map(
      ({ sentence, at, href }) =>
        `<li><a href="${escaped(href)}">${escaped(sentence)}</a> <small>${escaped(at)}</small></li>`,
    ),
    `</ul><p><a href="${escaped(`${site}/${lang}/desk/notifications`)}">${escaped(t.allLink)}</a></p>`,
    `<p><small><a href="${escaped(settings)}">${escaped(t.lessLink)}</a></small></p></body></html>`,
    '',
  ].join('\n')
  return { to: { name, address: email }, subject: t.subject(news.length), text, html, settings }
}

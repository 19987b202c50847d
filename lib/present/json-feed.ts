import { type Feed, feedPath } from './feed'

/** A feed as JSON Feed 1.1. `_claim` holds what a program wants to know without reading the text. */
export const jsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.baseUrl + feedPath(feed.lang, feed.name, 'json'),
    next_url: feed.next,
    hubs: feed.hub === undefined ? undefined : [{ type: 'WebSub', url: feed.hub }],
    description: feed.description,
    icon: `${feed.baseUrl}/icon.svg`,
    authors: [{ name: feed.author, url: `${feed.baseUrl}/` }],
    language: feed.lang,
    items: feed.entries.map((it) => ({
      id: it.id,
      url: it.url,
      title: it.title,
      // Each item must have its content; a verdict without a summary is said by its title.
      content_text: it.summary?.text ?? it.title,
      date_published: it.published,
      date_modified: it.updated,
      language: it.summary?.lang ?? feed.lang,
      _claim: it.facts,
    })),
  })

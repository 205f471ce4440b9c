import type { Feed, FeedItem } from './feed-items.ts';

/** https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed({ title, description, language, home, self, author, icon, items }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    description,
    icon: icon || undefined,
    authors: [author],
    language,
    items: items.map(itemOf),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

const itemOf = ({ url, title, lang, html, summary, published, modified, authors, tags, image }: FeedItem) => ({
  id: url,
  url,
  title,
  content_html: html,
  summary: summary || undefined,
  image: image?.url,
  date_published: published,
  date_modified: modified,
  authors: authors.length ? authors : undefined,
  tags: tags.length ? tags : undefined,
  language: lang,
});

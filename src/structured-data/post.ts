import type { BlogPostingLeaf } from 'schema-dts';
import { isoOf } from '../content/dates/iso.ts';
import type { Post } from '../model/values.ts';
import { groupMention, mentionOf } from './people.ts';
import { type Describing, thing } from './thing.ts';

/** https://schema.org/BlogPosting. A post that nobody signed is the group's. */
export function postThing(post: Post, describing: Describing): BlogPostingLeaf {
  const { absolute, pictureOf, summary } = describing;
  const { event, date, updated, authors } = post;
  const report = absolute(event?.url);
  return thing<BlogPostingLeaf>({
    '@type': 'BlogPosting',
    headline: post.title,
    description: summary(post),
    image: pictureOf(post),
    url: absolute(post.url),
    mainEntityOfPage: absolute(post.url),
    datePublished: date && isoOf(date),
    dateModified: updated && isoOf(updated),
    author: authors.length ? authors.map((author) => mentionOf(author, describing)) : groupMention(describing),
    publisher: groupMention(describing),
    keywords: post.tags.map(({ name }) => name),
    inLanguage: post.lang,
    about: report === undefined ? undefined : { '@id': report },
  });
}

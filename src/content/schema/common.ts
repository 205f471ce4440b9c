import { field } from './field.ts';
import { address, flag, language, names, record, text, words } from './readers.ts';
import { time } from './time-readers.ts';

/** Joins the values of two spellings of one list. */
export const both = <T>(first: readonly T[], second: readonly T[]): readonly T[] => [...first, ...second];

/** The fields of every kind. */
export const common = {
  title: field(text, 'What it is called. Else the first heading, else the file name.', { also: ['name'] }),
  description: field(text, 'One or two sentences for search engines, lists and cards.', {
    also: ['summary', 'excerpt'],
  }),
  image: field(address, 'A picture that stands for it: beside the file, under `assets/`, or an address.', {
    also: ['cover', 'banner', 'featured_image'],
  }),
  image_alt: field(text, 'What the picture shows, for those who do not see it.'),
  tags: field(words, 'What it is about. All spellings are joined; case does not matter.', {
    also: ['categories', 'keywords', 'topics'],
    join: both,
  }),
  draft: field(flag, '`true` keeps it out of the site, except with `--drafts`.'),
  published: field(flag, '`false` is the same as `draft: true`.'),
  publish: field(time, 'The day, and maybe time, from which it shows.'),
  permalink: field(address, 'An address of its own, from the site’s root.', { also: ['url'] }),
  aliases: field(names, 'Old addresses that redirect here.', { also: ['redirect_from'], join: both }),
  lang: field(language, 'Its language, where it is not the site’s (BCP 47: `de`, `pt-BR`).'),
  nav: field(flag, '`true` puts it into the navigation that is made by itself, `false` keeps it out.'),
  layout: field(text, 'The name of a template, or a kind (`event`, `post` …) that outweighs the folder.'),
  extra: field(record, 'Free fields for a site’s own templates.'),
};

import type { NavItem } from '../config/config.ts';
import type { Site } from '../model/values.ts';
import { wordsOf } from '../words/words.ts';

/** Lists that stand at an address of their own; a page in `content/` with that address introduces the list. */
export const listUrls: readonly string[] = [
  '/events/',
  '/talks/',
  '/people/',
  '/venues/',
  '/sponsors/',
  '/posts/',
  '/tags/',
];

/** From site.yaml, else the lists that have something in them and the pages at the top. */
export function navItems({ config, events, dates, talks, posts, pages }: Site): readonly NavItem[] {
  const { t } = wordsOf(config)();
  const last = Number.MAX_SAFE_INTEGER;
  return (
    config.nav ?? [
      ...(events.length || dates.length ? [{ title: t('events'), href: '/events/' }] : []),
      ...(talks.length ? [{ title: t('talks'), href: '/talks/' }] : []),
      ...(posts.length ? [{ title: t('posts'), href: '/posts/' }] : []),
      ...pages
        .filter((page) => page.nav ?? (/^\/[^/]+\/$/.test(page.url) && !listUrls.includes(page.url)))
        .sort((a, b) => (a.order ?? last) - (b.order ?? last))
        .map((page) => ({ title: page.title, href: page.url })),
    ]
  );
}

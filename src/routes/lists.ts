import { groupBy } from '../group.ts';
import { nextOf, type Occasion, past, upcoming } from '../model/occasions.ts';
import type { Event, Site } from '../model/values.ts';
import { wordsOf } from '../words/words.ts';
import { headOf, pageAt } from './entries.ts';
import { introduced, introductionAlone } from './introduced.ts';
import { peopleGroups } from './people.ts';
import { type PageHead, pageRoute, type Route } from './route.ts';
import { seriesRoutes } from './series.ts';
import type { TalkFilters } from './talk-filters.ts';
import { talkRoutes } from './talks.ts';

/** The home page, and the lists of everything that the site has. A list of nothing has no page. */
export function listRoutes(site: Site, filters: TalkFilters): Route[] {
  const occasions: readonly Occasion[] = [...site.events, ...site.dates];
  const words = wordsOf(site.config)();
  const { t } = words;
  const list = (
    url: string,
    kind: string,
    title: string,
    some: readonly unknown[],
    data: () => Record<string, unknown>,
  ): Route[] =>
    some.length ? [introduced(site, url, kind, title, `${kind}.njk`, data)] : introductionAlone(site, url);
  return [
    homeRoute(site),
    ...list('/events/', 'events', t('events'), occasions, () => ({
      upcoming: upcoming(occasions),
      years: byYear(site.events),
    })),
    ...seriesRoutes(site),
    ...talkRoutes(site, filters),
    ...list('/people/', 'people', t('people'), site.people, () => ({ groups: peopleGroups(site.people, words) })),
    ...list('/venues/', 'venues', t('venues'), site.venues, () => ({ venues: site.venues })),
    ...list('/sponsors/', 'sponsors', t('sponsors'), site.sponsors, () => ({ tiers: byTier(site) })),
    ...(site.posts.length ? postPages(site) : introductionAlone(site, '/posts/')),
    ...list('/tags/', 'tags', t('tags'), site.tags, () => ({ tags: site.tags })),
    ...site.tags.map((tag) =>
      pageRoute('tag.njk', { url: tag.url, kind: 'tag', title: tag.name }, `the tag ${tag.name}`, () => ({ tag })),
    ),
  ];
}

function homeRoute(site: Site): Route {
  const home = pageAt(site, '/');
  const head: PageHead = home
    ? { ...headOf(home), kind: 'home' }
    : { url: '/', kind: 'home', description: site.config.description };
  return pageRoute('home.njk', head, 'the home page', () => ({
    entry: home,
    ...comingOn(site),
    past: past(site.events).slice(0, 3),
    posts: site.posts.filter((post) => !post.featured).slice(0, 3),
    featured: site.posts.filter((post) => post.featured),
  }));
}

function postPages(site: Site): Route[] {
  const size = site.config.postsPerPage;
  const { t } = wordsOf(site.config)();
  const count = Math.ceil(site.posts.length / size);
  const urlOf = (number: number) => (number === 1 ? '/posts/' : `/posts/page/${number}/`);
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const data = (): Record<string, unknown> => ({
      posts: site.posts.slice(index * size, number * size),
      pagination: {
        number,
        count,
        newer: number > 1 ? urlOf(number - 1) : undefined,
        older: number < count ? urlOf(number + 1) : undefined,
      },
    });
    if (number === 1) return introduced(site, '/posts/', 'posts', t('posts'), 'posts.njk', data);
    const head = { url: urlOf(number), kind: 'posts', title: t('postsPage', { number }) };
    return pageRoute('posts.njk', head, `page ${number} of the posts`, data);
  });
}

/** What comes next, and what comes after it. */
function comingOn(site: Site): { readonly next: Occasion | undefined; readonly upcoming: readonly Occasion[] } {
  const occasions: readonly Occasion[] = [...site.events, ...site.dates];
  const next = nextOf(occasions);
  return { next, upcoming: upcoming(occasions).filter((occasion) => occasion !== next) };
}

/** Past events by year, newest first. A year whose events are all still to come is empty: they will be past one day. */
const byYear = (events: readonly Event[]) =>
  groupBy(events.toReversed(), ({ start }) => start.at.year).map(([year, inYear]) => ({ year, events: past(inYear) }));

const byTier = (site: Site) =>
  groupBy(site.sponsors, ({ tier }) => tier).map(([tier, sponsors]) => ({ tier, sponsors }));

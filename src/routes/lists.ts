import type { Event, Site, Talk } from '../model/values.ts';
import { headOf, pageAt } from './entries.ts';
import { type PageHead, pageRoute, type Route } from './route.ts';

/** The home page, and the lists of everything that the site has. A list of nothing has no page. */
export function listRoutes(site: Site): Route[] {
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
    ...list('/events/', 'events', 'Events', site.events, () => ({
      upcoming: site.events.filter(({ moment }) => moment !== 'past'),
      years: byYear(pastEvents(site), (event) => event, 'events'),
    })),
    ...list('/talks/', 'talks', 'Talks', site.talks, () => ({
      years: byYear(site.talks, (talk: Talk) => talk.event, 'talks'),
    })),
    ...list('/people/', 'people', 'People', site.people, () => ({ people: site.people })),
    ...list('/venues/', 'venues', 'Venues', site.venues, () => ({ venues: site.venues })),
    ...list('/sponsors/', 'sponsors', 'Sponsors', site.sponsors, () => ({ tiers: byTier(site) })),
    ...(site.posts.length ? postPages(site) : introductionAlone(site, '/posts/')),
    ...list('/tags/', 'tags', 'Tags', site.tags, () => ({ tags: site.tags })),
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
    next: site.nextEvent,
    upcoming: site.events.filter((event) => event.moment !== 'past' && event !== site.nextEvent),
    past: pastEvents(site).slice(0, 3),
    posts: site.posts.filter((post) => !post.featured).slice(0, 3),
    featured: site.posts.filter((post) => post.featured),
  }));
}

/** A list's page, with the words of the page in `content/` that has its address. */
function introduced(
  site: Site,
  url: string,
  kind: string,
  title: string,
  template: string,
  data: () => Record<string, unknown>,
): Route {
  const page = pageAt(site, url);
  const head = page ? { ...headOf(page), kind } : { url, kind, title };
  return pageRoute(template, head, `the list ${url}`, () => ({
    entry: page,
    ...data(),
  }));
}

/** A page at a list's address stays a page while there is nothing to list. */
function introductionAlone(site: Site, url: string): Route[] {
  const page = pageAt(site, url);
  return page ? [pageRoute('page.njk', headOf(page), url, () => ({ entry: page }))] : [];
}

function postPages(site: Site): Route[] {
  const size = site.config.postsPerPage;
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
    if (number === 1) return introduced(site, '/posts/', 'posts', 'Posts', 'posts.njk', data);
    const head = { url: urlOf(number), kind: 'posts', title: `Posts, page ${number}` };
    return pageRoute('posts.njk', head, `page ${number} of the posts`, data);
  });
}

const pastEvents = (site: Site): Event[] => site.events.filter(({ moment }) => moment === 'past').reverse();

/** Groups by the year of an event's start, keeping the order. */
const byYear = <T>(items: readonly T[], eventOf: (item: T) => Event, name: string) =>
  groupBy(items, (item) => eventOf(item).start.at.year).map(([year, inYear]) => ({ year, [name]: inYear }));

const byTier = (site: Site) =>
  groupBy(site.sponsors, ({ tier }) => tier).map(([tier, sponsors]) => ({ tier, sponsors }));

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups];
}

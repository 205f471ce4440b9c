import { groupBy } from '../group.ts';
import type { Site, Talk } from '../model/values.ts';
import { wordsOf } from '../words/words.ts';
import { introduced, introductionAlone } from './introduced.ts';
import type { Route } from './route.ts';
import { talkFilters } from './talk-filters.ts';

/** Every talk, and a page for each year and each tag that has some: filters that need no script. */
export function talkRoutes(site: Site, filters = talkFilters(site)): Route[] {
  if (!site.talks.length) return introductionAlone(site, '/talks/');
  const page = (url: string, title: string, talks: readonly Talk[]): Route =>
    introduced(site, url, 'talks', title, 'talks.njk', () => ({ years: byYear(talks), filters }));
  return [
    page('/talks/', wordsOf(site.config)().t('talks'), site.talks),
    ...[...filters.years, ...filters.tags].map(({ url, heading, talks }) => page(url, heading, talks)),
  ];
}

const byYear = (talks: readonly Talk[]) =>
  groupBy(talks, ({ event }) => event.start.at.year).map(([year, inYear]) => ({ year, talks: inYear }));

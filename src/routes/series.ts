import type { Site } from '../model/values.ts';
import { introduced, introductionAlone } from './introduced.ts';
import type { Route } from './route.ts';

/** A page for each series that has events or saved dates. */
export const seriesRoutes = (site: Site): Route[] =>
  site.series.flatMap((series) =>
    series.events.length + series.dates.length > 0
      ? [introduced(site, series.url, 'series', series.name, 'series.njk', () => ({ series }))]
      : introductionAlone(site, series.url),
  );

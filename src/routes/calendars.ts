import { allEventsUrl, eventCalendarUrl, seriesCalendarUrl, tagCalendarUrl } from '../calendar/addresses.ts';
import { calendarOf, type Subscription } from '../calendar/calendar.ts';
import { createZones, type Zones } from '../calendar/vtimezone.ts';
import { outputPath } from '../content/permalink.ts';
import { byTime } from '../model/common.ts';
import type { Occasion } from '../model/occasions.ts';
import type { Series, Site } from '../model/values.ts';
import type { Route } from './route.ts';
import { siteTitle } from './site-title.ts';

/** A calendar of everything, of each series, and of each tag with events; and a file for each event. */
export function calendarRoutes(site: Site): Route[] {
  const { config, events, dates, series, tags } = site;
  if (events.length + dates.length === 0) return [];
  const zones = createZones();
  const title = siteTitle(site);
  const subscribed = (
    source: string,
    occasions: readonly Occasion[],
    named: string,
    description = config.description,
    page = '/events/',
  ): Route => {
    const name = named.includes(title) ? named : `${title}: ${named}`;
    const subscription = { name, description, page, source, color: config.accent };
    return calendarRoute(source, occasions, `the calendar ${source}`, zones, subscription);
  };
  return [
    subscribed(allEventsUrl, inOrder({ events, dates }), title),
    ...series
      .filter((each) => each.events.length + each.dates.length > 0)
      .map((each) => subscribed(seriesCalendarUrl(each), inOrder(each), each.name, each.description, each.url)),
    ...tags
      .filter((tag) => tag.events.length > 0)
      .map((tag) => subscribed(tagCalendarUrl(tag), tag.events.toReversed(), tag.name, undefined, tag.url)),
    ...events.map((event) => {
      const { path } = event.entry.source;
      return { ...calendarRoute(eventCalendarUrl(event), [event], `the calendar of ${path}`, zones), file: path };
    }),
  ];
}

/** Earliest first. */
const inOrder = ({ events, dates }: Pick<Series, 'events' | 'dates'>): Occasion[] =>
  [...events, ...dates].sort((a, b) => byTime(a.start, b.start));

const calendarRoute = (
  url: string,
  occasions: readonly Occasion[],
  origin: string,
  zones: Zones,
  subscription?: Subscription,
): Route => ({
  url,
  path: outputPath(url),
  origin,
  file: undefined,
  indexed: false,
  // A link that leads nowhere is said where the event's page shows it.
  render: (renderer) => ({ value: calendarOf(occasions, renderer, zones, subscription), diagnostics: [] }),
});

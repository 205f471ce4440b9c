import type { Site } from '../model/values.ts';
import { uriOf } from '../render/addresses.ts';
import { eventsJson, schemaUrl } from '../structured-data/events-json.ts';
import { eventsSchema } from '../structured-data/events-schema.ts';
import { documentRoute, type Route } from './route.ts';
import { siteTitle } from './site-title.ts';

/** The events for programs, and the schema that says what is in it. A site without events has neither. */
export function eventsJsonRoutes(site: Site): Route[] {
  if (site.events.length + site.dates.length === 0) return [];
  return [
    documentRoute('/events.json', ({ absolute, href, summary }) => {
      const title = siteTitle(site);
      return written(
        eventsJson({ site, title, summary, address: (target) => uriOf(absolute(target) ?? href(target)) }),
      );
    }),
    documentRoute(schemaUrl, ({ absolute }) => written(eventsSchema(absolute(schemaUrl)))),
  ];
}

/** What an address that leads nowhere is worth saying, the event's page says. */
const written = (value: unknown) => ({ value: `${JSON.stringify(value, null, 2)}\n`, diagnostics: [] });

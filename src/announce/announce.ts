import { locationOf } from '../calendar/words.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import type { Event, Person, Sponsor } from '../model/values.ts';
import { absoluteLinks } from '../render/addresses.ts';
import type { Renderer } from '../render/renderer.ts';
import { siteTitle } from '../routes/site-title.ts';
import { wordsOf } from './document.ts';
import { fitting } from './fitting.ts';
import { hashtagsOf } from './hashtags.ts';
import { daysAt, type Moment, templateOf } from './moments.ts';
import { type Place, type PlaceName, places } from './places.ts';
import { readDocument } from './read-document.ts';
import { write } from './write.ts';

/** A text that is ready to be pasted. */
export interface Announcement {
  readonly place: PlaceName;
  readonly moment: Moment;
  readonly text: string;
  /** As the place counts. */
  readonly length: number;
  /** Null where there is none. */
  readonly limit: number | null;
  /** Paragraphs, lines and items, in plain words, for which there was no room, or not for all of each. */
  readonly leftOut: readonly string[];
}

/** Writes what is to be said of an event at a place, in the language of the event. It is never longer than it may be. */
export function announce(event: Event, name: PlaceName, moment: Moment, renderer: Renderer): Result<Announcement> {
  const { site, templates, words } = renderer;
  const place: Place = places[name];
  const { limit, lengthOf } = place;
  const link = renderer.absolute(event.url);
  const kind = templateOf(moment);
  const own = `announce/${name}/${kind}.njk`;
  const rendered = renderer.page(templates.has(own) ? own : `announce/${kind}.njk`, {
    site,
    title: siteTitle(site),
    entry: event,
    event,
    place: name,
    moment,
    size: place.size,
    link,
    where: event.venue && locationOf(event, { ...renderer, words }),
    helpers: helpersOf(event),
    inDays: new Intl.RelativeTimeFormat(event.lang, { numeric: 'auto' }).format(daysAt(moment, event, site.now), 'day'),
    hashtags: hashtagsOf([...site.config.hashtags, ...event.tags.map((tag) => tag.name)], place.hashtags),
  });
  const { subject, blocks } = readDocument(link ? absoluteLinks(rendered.value, link) : rendered.value);
  const fits = (some: typeof blocks): boolean => limit === undefined || lengthOf(write(some, place)) <= limit;
  const kept = fitting(blocks, fits);
  const text = write(kept, place);
  const head = place.subject ? `Subject: ${subject.replace(/\s+/g, ' ')}\n\n` : '';
  return {
    value: {
      place: name,
      moment,
      text: head + text,
      length: lengthOf(head + text),
      limit: limit ?? null,
      leftOut: blocks.filter((block) => !kept.includes(block)).map(wordsOf),
    },
    diagnostics: rendered.diagnostics,
  };
}

/** Whom to thank, each once. */
const helpersOf = ({ talks, hosts, sponsors }: Event): readonly (Person | Sponsor)[] => [
  ...new Set([...talks.flatMap(({ speakers }) => speakers), ...hosts, ...sponsors]),
];

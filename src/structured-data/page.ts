import type { Thing, WithContext } from 'schema-dts';
import type { Content } from '../model/values.ts';
import { breadcrumbsThing, type Placed } from './breadcrumbs.ts';
import { eventThing } from './event.ts';
import { groupThing, personThing, sponsorThing, webSiteThing } from './people.ts';
import { placeThing } from './places.ts';
import { postThing } from './post.ts';
import type { Describing } from './thing.ts';

/** What a page of the site is about. */
export interface Described extends Placed {
  /** What it shows, where that is one thing. */
  readonly content?: Content | undefined;
}

/**
 * What a page tells search engines about itself, in the words of schema.org, each as text for an
 * `application/ld+json` script of its own. Without the site's `url` its own addresses are left out, all else is there.
 */
export function structuredData(page: Described, describing: Describing): string[] {
  const things = [...thingsOf(page, describing), breadcrumbsThing(page, describing)];
  return things.flatMap((each) => (each ? scriptText({ '@context': 'https://schema.org', ...each }) : []));
}

function thingsOf({ kind, content }: Described, describing: Describing): Exclude<Thing, string>[] {
  if (kind === 'home') return [webSiteThing(describing), groupThing(describing)];
  switch (content?.kind) {
    case 'event':
      return [eventThing(content, describing)];
    case 'post':
      return [postThing(content, describing)];
    case 'person':
      return [personThing(content, describing)];
    case 'venue':
      return [placeThing(content, describing)];
    case 'sponsor':
      return [sponsorThing(content, describing)];
    default:
      return [];
  }
}

/** JSON that a script element can hold: nothing in it ends the element, begins a comment, or ends a line of a script. */
export function scriptText(value: WithContext<Exclude<Thing, string>>): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

import type { Answer } from '../check/answers.ts';
import type { Entry } from '../content/entry.ts';
import type { Site } from '../model/values.ts';
import { deadLinks } from './links.ts';
import { lackingPast } from './past.ts';
import { endingSponsors } from './sponsors.ts';
import type { Todo } from './todo.ts';
import { lackingNext } from './upcoming.ts';

export interface StatusOptions {
  /** Also of events that are over for more than a year. */
  readonly all: boolean;
  /** What is known of links out, by address. */
  readonly answers: ReadonlyMap<string, Answer>;
}

/** All that is to be done, section by section, in each what comes first first. Pure. */
export const todosOf = (site: Site, entries: readonly Entry[], { all, answers }: StatusOptions): Todo[] => [
  ...lackingNext(site),
  ...lackingPast(site, all),
  ...endingSponsors(site),
  ...deadLinks(entries, answers, site.config.checkIgnores),
];

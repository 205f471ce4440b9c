import type { Span } from '../diagnostics/diagnostic.ts';

export const sections = ['next', 'past', 'sponsors', 'links'] as const;

/** What an event, a sponsor or a page may lack. */
export type Lack =
  | 'event'
  | 'page'
  | 'published'
  | 'venue'
  | 'talk'
  | 'speaker'
  | 'rsvp'
  | 'abstract'
  | 'biography'
  | 'picture'
  | 'slides'
  | 'video'
  | 'report'
  | 'sponsor'
  | 'link';

/** One thing that an organizer may do next, as plain data. Days are ISO 8601, at the event's place. */
export interface Todo {
  readonly section: (typeof sections)[number];
  /** What it is about: an event's title, a series, a sponsor's name, the file in which a link stands. */
  readonly about: string;
  /** When that takes place, or ends. */
  readonly day: string | undefined;
  readonly lacks: Lack;
  /** In the writer's words, with names between backticks; one sentence without a full stop. */
  readonly message: string;
  /** The day from which on it is urgent; undefined for what can always wait. */
  readonly due: string | undefined;
  readonly at: Span | undefined;
  /** What begins it, in a shell. */
  readonly command: string | undefined;
}

/** A name in a message: between backticks, on one line. */
export const quote = (name: string): string => `\`${name.replaceAll('`', '’').replace(/\s+/g, ' ').trim()}\``;

/** Several of them: `A`, `B` and `C`. */
export const quoteAll = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names.map(quote));

/** A word of a command: in quotes where a shell would read more into it. */
export const shellWord = (word: string): string =>
  /^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

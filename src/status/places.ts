import type { Entry } from '../content/entry.ts';
import type { Span } from '../diagnostics/diagnostic.ts';
import type { Talk } from '../model/values.ts';

export const startOfFile = ({ source: { path } }: Entry): Span => ({ path, line: 1, column: 1, length: 1 });

/** Where a field stands; the front matter's beginning where it doesn't. */
export const placeOf = (entry: Entry, field: string): Span => entry.locate(entry.paths.get(field) ?? []);

export function placeOfTalk(talk: Talk): Span {
  const { entry, talks } = talk.event;
  return entry.locate([...(entry.paths.get('talks') ?? []), talks.indexOf(talk), 'title']);
}

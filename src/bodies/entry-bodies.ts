import type { Entry } from '../content/entry.ts';
import { keepWith } from '../keep.ts';
import type { Rendered } from '../markdown/rendered.ts';
import { type Body, type BodyOptions, createBodies } from './bodies.ts';
import type { Supply } from './supply.ts';

export interface EntryBodies {
  /** Says what bodies there are, so that they can be had otherwise than by rendering each when it is asked for. */
  offer(entries: readonly Entry[], supply: Supply): void;
  /** The body of an entry, or another text of it, as HTML: made once, for as long as the entry is held. */
  readonly render: (entry: Entry, text: string) => Rendered;
}

export function createEntryBodies(options: BodyOptions): EntryBodies {
  const render = createBodies(options);
  const bodyOf = ({ body, fields }: Entry): Body => ({ text: body.text, language: fields.lang ?? options.language });
  const offered = new WeakMap<Entry, () => Rendered>();
  return {
    offer(entries, supply) {
      const take = supply(entries.map(bodyOf), options, render);
      for (const [index, entry] of entries.entries()) offered.set(entry, () => take(index));
    },
    render: keepWith((entry: Entry, text: string) => {
      const body = bodyOf(entry);
      const take = text === body.text ? offered.get(entry) : undefined;
      return take ? take() : render(text, body.language);
    }),
  };
}

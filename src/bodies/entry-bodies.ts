import type { Entry } from '../content/entry.ts';
import { divide } from '../content/front-matter.ts';
import type { Source } from '../content/source.ts';
import { keepWith } from '../keep.ts';
import type { Rendered } from '../markdown/rendered.ts';
import { type Body, type BodyOptions, createBodies } from './bodies.ts';
import type { Supply } from './supply.ts';

export interface EntryBodies {
  /**
   * Says what bodies there will be, before front matter is read, so that they can be had otherwise than by rendering each
   * when it is asked for.
   */
  offer(sources: readonly Source[], supply: Supply): void;
  /** The body of an entry, or another text of it, as HTML: made once, for as long as the entry is held. */
  readonly render: (entry: Entry, text: string) => Rendered;
}

interface Offered extends Body {
  take(): Rendered;
}

export function createEntryBodies(options: BodyOptions): EntryBodies {
  const render = createBodies(options);
  const offered = new WeakMap<Source, Offered>();
  return {
    offer(sources, supply) {
      const bodies = sources.map(({ text }) => guessBody(text, options.language));
      const take = supply(bodies, options, render);
      for (const [index, source] of sources.entries())
        offered.set(source, { ...bodies[index]!, take: () => take(index) });
    },
    render: keepWith(({ source, fields: { lang = options.language } }: Entry, text: string) => {
      const found = offered.get(source);
      return found?.text === text && found.language === lang ? found.take() : render(text, lang);
    }),
  };
}

/** What reading the front matter will most likely give. */
function guessBody(text: string, language: string): Body {
  const divided = divide(text);
  if (!divided) return { text, language };
  const lang = /^lang[ \t]*:[ \t]*["']?([\w-]+)/im.exec(text.slice(divided.start, divided.end))?.[1];
  return { text: divided.body, language: lang ?? language };
}

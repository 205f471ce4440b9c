import type { Entry } from '../content/entry.ts';
import type { Rendered } from '../markdown/rendered.ts';
import { contentsOf } from '../model/contents.ts';
import type { Site } from '../model/values.ts';
import type { Destinations, Ids } from './links.ts';

/** The ids on a page of content: its headings', and, for an event, its talks'. */
export function createIds(site: Site, body: (entry: Entry) => Rendered): Destinations['ids'] {
  const byUrl = new Map<string, { entry?: Entry | undefined; talks?: readonly { slug: string }[] }>();
  for (const content of contentsOf(site))
    if (content.entry) byUrl.set(content.url, 'start' in content ? content : { entry: content.entry });
  const known = new Map<string, Ids>();
  return (url) => {
    const content = byUrl.get(url);
    if (!content?.entry) return undefined;
    const { entry, talks = [] } = content;
    const ids = known.get(url) ?? idsOf(talks, () => body(entry).ids);
    known.set(url, ids);
    return ids;
  };
}

/** Lists lead to talks by the thousand: for those no body is rendered. */
function idsOf(talks: readonly { slug: string }[], headingsOf: () => readonly string[]): Ids {
  const slugs = new Set(talks.map(({ slug }) => slug));
  let headings: ReadonlySet<string> | undefined;
  return {
    has(id) {
      if (slugs.has(id)) return true;
      headings ??= new Set(headingsOf());
      return headings.has(id);
    },
    *[Symbol.iterator]() {
      yield* headingsOf();
      yield* slugs;
    },
  };
}

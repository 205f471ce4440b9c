import type { Entry } from '../content/entry.ts';
import type { Rendered } from '../markdown/rendered.ts';
import { contentsOf } from '../model/contents.ts';
import type { Site } from '../model/values.ts';
import type { Destinations } from './links.ts';

/** The ids on a page of content: its headings', and, for an event, its talks'. */
export function createIds(site: Site, body: (entry: Entry) => Rendered): Destinations['ids'] {
  const byUrl = new Map<string, { entry?: Entry | undefined; talks?: readonly { slug: string }[] }>();
  for (const content of contentsOf(site))
    if (content.entry) byUrl.set(content.url, 'start' in content ? content : { entry: content.entry });
  const known = new Map<string, ReadonlySet<string>>();
  return (url) => {
    const content = byUrl.get(url);
    if (!content?.entry) return undefined;
    const ids =
      known.get(url) ?? new Set([...body(content.entry).ids, ...(content.talks ?? []).map(({ slug }) => slug)]);
    known.set(url, ids);
    return ids;
  };
}

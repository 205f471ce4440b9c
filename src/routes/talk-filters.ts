import { encodeSegment } from '../content/permalink.ts';
import { groupBy } from '../group.ts';
import type { Site, Talk } from '../model/values.ts';

/** The talks of a year, or with a tag, and the page that lists them. */
export interface TalkFilter {
  /** The year, or the tag's name. */
  readonly title: string;
  /** The title of the page. */
  readonly heading: string;
  readonly url: string;
  /** Newest first. */
  readonly talks: readonly Talk[];
}

/** Years, newest first, and tags, by name. A talk has the tags of its event. */
export function talkFilters({ talks, tags }: Site): Record<'years' | 'tags', readonly TalkFilter[]> {
  const years = groupBy(talks, ({ event }) => event.start.at.year);
  return {
    years: years.map(([year, inYear]) => ({
      title: `${year}`,
      heading: `Talks in ${year}`,
      url: `/talks/${year}/`,
      talks: inYear,
    })),
    tags: tags.flatMap(({ name, slug, events }) => {
      const tagged = events.flatMap((event) => event.talks);
      const url = `/talks/tags/${encodeSegment(slug)}/`;
      return tagged.length ? [{ title: name, heading: `Talks about ${name}`, url, talks: tagged }] : [];
    }),
  };
}

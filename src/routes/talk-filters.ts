import { encodeSegment } from '../content/permalink.ts';
import { groupBy } from '../group.ts';
import type { Event, Site, Talk } from '../model/values.ts';
import { wordsOf } from '../words/words.ts';

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

export type TalkFilters = Record<'years' | 'tags', readonly TalkFilter[]>;

/** Years, newest first, and tags, by name. A talk has the tags of its event. */
export function talkFilters({ events: all, tags, config }: Site): TalkFilters {
  const { t, number } = wordsOf(config)();
  const talksOf = (events: readonly Event[]): Talk[] => events.flatMap(({ talks }) => talks);
  const given = all.filter(({ talks }) => talks.length > 0);
  const years = groupBy(given.reverse(), ({ start }) => start.at.year);
  return {
    years: years.map(([year, events]) => ({
      title: number(year),
      heading: t('talksIn', { year }),
      url: `/talks/${year}/`,
      talks: talksOf(events),
    })),
    tags: tags.flatMap(({ name, slug, events }) => {
      const tagged = talksOf(events);
      const url = `/talks/tags/${encodeSegment(slug)}/`;
      return tagged.length ? [{ title: name, heading: t('talksAbout', { tag: name }), url, talks: tagged }] : [];
    }),
  };
}

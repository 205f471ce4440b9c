import type { Content, Site } from './values.ts';

/** Everything that has a page of its own, lists apart. */
export const contentsOf = ({ pages, events, posts, people, venues, sponsors }: Site): Content[] => [
  ...pages,
  ...events,
  ...posts,
  ...people,
  ...venues,
  ...sponsors,
];

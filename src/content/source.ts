/** The kinds of content; a folder of the plural's name makes them. */
export const kinds = ['page', 'post', 'event', 'person', 'venue', 'sponsor'] as const;
export type Kind = (typeof kinds)[number];

/** One Markdown file as it was read. */
export interface Source {
  /** Relative to the site's folder, with forward slashes: `content/events/2026-10-06-agents.md`. */
  readonly path: string;
  /** Of the bytes; equal text has an equal hash. */
  readonly hash: string;
  /** Without byte order mark; line ends as written. */
  readonly text: string;
}

/** The Markdown below the front matter. */
export interface Body {
  readonly text: string;
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
}

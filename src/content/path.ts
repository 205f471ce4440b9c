import type { Span } from '../diagnostics/diagnostic.ts';

/** Where a value stands in front matter: `['talks', 0, 'speaker']`, keys as written. */
export type Path = readonly (string | number)[];

/** Finds a key or a value of the front matter, or the nearest thing around it that exists. */
export type Locate = (path: Path, part?: 'key' | 'value', within?: { offset: number; length: number }) => Span;

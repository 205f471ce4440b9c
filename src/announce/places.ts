import { type Dialect, discord, markdown, plain, slack, social } from './dialects.ts';
import { inSkeets, inToots, inUnits } from './lengths.ts';
import type { Writing } from './write.ts';

/** Somewhere an announcement is pasted. */
export interface Place extends Writing {
  readonly title: string;
  readonly lengthOf: (text: string) => number;
  /** Undefined where a text may be as long as it likes. */
  readonly limit?: number;
  /** What its readers are ready for: a line or two, what one needs to know, or all there is. */
  readonly size: 'short' | 'medium' | 'long';
  /** How many hashtags are of use there. */
  readonly hashtags: number;
  /** Whether a text has a subject above it. */
  readonly subject: boolean;
}

const place = (title: string, size: Place['size'], dialect: Dialect, more: Partial<Place> = {}): Place => ({
  title,
  size,
  dialect,
  lengthOf: inUnits,
  hashtags: 0,
  subject: false,
  ...more,
});

/** In the order in which they are shown. */
export const places = {
  discord: place('Discord', 'medium', discord, { limit: 2000 }),
  // A longer message is split in two.
  slack: place('Slack', 'medium', slack, { limit: 4000 }),
  meetup: place('Meetup', 'long', plain, { limit: 50_000 }),
  luma: place('Luma', 'long', markdown),
  linkedin: place('LinkedIn', 'medium', plain, { limit: 3000, hashtags: 5 }),
  mastodon: place('Mastodon', 'short', social, { limit: 500, lengthOf: inToots, hashtags: 4 }),
  bluesky: place('Bluesky', 'short', social, { limit: 300, lengthOf: inSkeets, hashtags: 3 }),
  email: place('Email', 'long', { ...plain, bullet: '-' }, { width: 72, subject: true }),
  plain: place('Plain text', 'medium', plain),
} as const satisfies Readonly<Record<string, Place>>;

export type PlaceName = keyof typeof places;

export const placeNames = Object.keys(places) as readonly PlaceName[];

import { parseUrl } from '../url.ts';

/** Who shows something in a frame. */
interface Player {
  readonly name: string;
  /** What it shows. */
  readonly shows: 'video' | 'slides' | 'map';
  /** The addresses of its frames, by host and path; groups are what `page` takes. */
  readonly frame: RegExp;
  /** What makes its frame begin at once, in the query. */
  readonly plays?: string;
  /** The page to go to where no frame can be had, by the groups of the frame’s address. */
  readonly page?: (groups: readonly string[]) => string;
  /** The addresses of such pages, and their frames, as far as one follows from the other. */
  readonly watch?: RegExp;
  readonly frameOf?: (groups: readonly string[]) => string;
}

const players: readonly Player[] = [
  {
    name: 'YouTube',
    shows: 'video',
    frame: /^(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/(?!videoseries)([\w-]+)/,
    plays: 'autoplay=1',
    page: ([id]) => `https://www.youtube.com/watch?v=${id}`,
    watch: /^(?:(?:(?:www|m)\.)?youtube\.com\/(?:watch\?(?:[^#]*&)?v=|live\/|shorts\/)|youtu\.be\/)([\w-]{6,})/,
    frameOf: ([id]) => `https://www.youtube-nocookie.com/embed/${id}`,
  },
  { name: 'YouTube', shows: 'video', frame: /^(?:www\.)?youtube(?:-nocookie)?\.com\/embed\//, plays: 'autoplay=1' },
  {
    name: 'Vimeo',
    shows: 'video',
    frame: /^player\.vimeo\.com\/video\/(\d+)/,
    plays: 'autoplay=1&dnt=1',
    page: ([id]) => `https://vimeo.com/${id}`,
    watch: /^(?:www\.)?vimeo\.com\/(\d+)\/?(?:$|[?#])/,
    frameOf: ([id]) => `https://player.vimeo.com/video/${id}`,
  },
  {
    name: 'PeerTube',
    shows: 'video',
    frame: /^([^/]+)\/videos\/embed\/([\w-]+)/,
    plays: 'autoplay=1',
    page: ([host, id]) => `https://${host}/videos/watch/${id}`,
    watch: /^([^/]+)\/(?:videos\/watch|w)\/((?!p\/)[\w-]{20,})\/?(?:$|[?#])/,
    frameOf: ([host, id]) => `https://${host}/videos/embed/${id}`,
  },
  {
    name: 'media.ccc.de',
    shows: 'video',
    frame: /^media\.ccc\.de\/v\/([^/?#]+)/,
    page: ([id]) => `https://media.ccc.de/v/${id}`,
    watch: /^media\.ccc\.de\/v\/([^/?#]+)/,
    frameOf: ([id]) => `https://media.ccc.de/v/${id}/oembed`,
  },
  { name: 'Twitch', shows: 'video', frame: /^player\.twitch\.tv\//, plays: 'autoplay=true' },
  { name: 'Dailymotion', shows: 'video', frame: /^(?:www\.)?dailymotion\.com\/embed\//, plays: 'autoplay=1' },
  { name: 'Internet Archive', shows: 'video', frame: /^archive\.org\/embed\//, plays: 'autoplay=1' },
  { name: 'Speaker Deck', shows: 'slides', frame: /^speakerdeck\.com\/player\// },
  { name: 'SlideShare', shows: 'slides', frame: /^(?:www\.)?slideshare\.net\// },
  { name: 'Google Slides', shows: 'slides', frame: /^docs\.google\.com\/presentation\// },
];

/** Frames that are no player: they keep the shape that their author gave them. */
const maps: readonly RegExp[] = [/^www\.openstreetmap\.org\/export\//, /^(?:www|maps)\.google\.[a-z.]+\/maps\b/];

/** What stands behind the address of a frame elsewhere. */
export interface Frame {
  /** Who shows it: a player's name, or the host. */
  readonly name: string;
  readonly shows: Player['shows'] | undefined;
  /** What the frame loads once a reader asks for it. */
  readonly address: string;
  /** Where a reader finds the same without a frame. */
  readonly page: string;
}

const parts = /^(?:https?:)?\/\/(.*)$/is;

/** The player of a frame's address; undefined where it is none that is known. */
export const playerOf = (address: string): Player | undefined => {
  const below = parts.exec(address)?.[1];
  return below === undefined ? undefined : players.find(({ frame }) => frame.test(below));
};

/** Undefined for what is no address elsewhere. */
export function frameAt(address: string): Frame | undefined {
  const below = parts.exec(address)?.[1];
  const full = address.replace(/^\/\//, 'https://');
  const url = parseUrl(full);
  if (below === undefined || !url) return undefined;
  const player = playerOf(address);
  if (!player)
    return {
      name: url.host,
      shows: maps.some((map) => map.test(below)) ? 'map' : undefined,
      address: full,
      page: full,
    };
  const { name, shows, frame, plays, page } = player;
  return {
    name,
    shows,
    address: playing(full.replace(/^(https?:\/\/)(?:www\.)?youtube\.com\//, '$1www.youtube-nocookie.com/'), plays),
    page: page?.(frame.exec(below)!.slice(1)) ?? full,
  };
}

/** The frame of a video's own page; undefined where none is known. */
export function frameOfPage(address: string): Frame | undefined {
  const below = parts.exec(address)?.[1];
  for (const { name, shows, plays, watch, frameOf } of players) {
    const found = below === undefined ? undefined : watch?.exec(below);
    if (found && frameOf) return { name, shows, address: playing(frameOf(found.slice(1)), plays), page: address };
  }
  return undefined;
}

function playing(address: string, plays: string | undefined): string {
  if (plays === undefined || /[?&]autoplay=/.test(address)) return address;
  const [, before, fragment] = /^([^#]*)(.*)$/s.exec(address)!;
  return `${before}${before!.includes('?') ? '&' : '?'}${plays}${fragment}`;
}

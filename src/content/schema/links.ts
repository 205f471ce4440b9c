import { isRecord } from '../yaml.ts';
import { isBlank, type Reader, type Reading, reader } from './field.ts';
import { atMost, type Placed, text } from './readers.ts';

/** A link with the words to show; without words the host is shown. */
export interface WrittenLink extends Placed<string> {
  readonly label: string | undefined;
}

/** Where a handle on a network leads. `%` stands for the handle without its `@`. */
const networks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bluesky: 'https://bsky.app/profile/%',
    codeberg: 'https://codeberg.org/%',
    devto: 'https://dev.to/%',
    email: 'mailto:%',
    facebook: 'https://www.facebook.com/%',
    github: 'https://github.com/%',
    gitlab: 'https://gitlab.com/%',
    instagram: 'https://www.instagram.com/%',
    linkedin: 'https://www.linkedin.com/in/%',
    stackoverflow: 'https://stackoverflow.com/users/%',
    telegram: 'https://t.me/%',
    twitter: 'https://twitter.com/%',
    x: 'https://x.com/%',
    youtube: 'https://www.youtube.com/@%',
  }),
);

export const networkNames: readonly string[] = [...networks.keys()];

const hostAlone = /^(?:[\w-]+\.)+[a-z]{2,}$/i;
const hostAndPath = /^(?:www\.|(?:[\w-]+\.)+[a-z]{2,}\/)/i;

/** The address of an account: as written where it is one, else by the network's pattern. */
export function accountUrl(network: string, account: string): string {
  const name = network.toLowerCase();
  if (/^[a-z][a-z\d+.-]*:/i.test(account) || account.startsWith('/')) return account;
  // `slides.pdf` looks like a host too, so a host alone counts only where nothing else can stand.
  if (hostAndPath.test(account) || (name === 'web' && hostAlone.test(account))) return `https://${account}`;
  const handle = account.replace(/^@/, '');
  const [user, host] = handle.split('@');
  if (name === 'mastodon' && host) return `https://${host}/@${user}`;
  return networks.get(name)?.replace('%', () => handle) ?? account;
}

/** `links` in any of the ways that sites write them: label -> address, a list of either, or one address. */
export const links: Reader<readonly WrittenLink[]> = reader(
  'links (label: address)',
  (value, reading): readonly WrittenLink[] | undefined =>
    Array.isArray(value)
      ? atMost(value, reading)?.flatMap((item, index) => linksIn(item, reading.at(index)) ?? [])
      : linksIn(value, reading),
);

function linksIn(value: unknown, reading: Reading): readonly WrittenLink[] | undefined {
  if (!isRecord(value)) {
    const url = text(value, reading);
    return url ? [{ value: url, label: undefined, path: reading.path }] : undefined;
  }
  const target = ['url', 'href', 'link'].find((key) => Object.hasOwn(value, key));
  if (target !== undefined) {
    const url = isBlank(value[target]) ? undefined : text(value[target], reading.at(target));
    const label = ['title', 'label', 'name', 'text'].find((key) => !isBlank(value[key]));
    const words = label === undefined ? undefined : text(value[label], reading.at(label));
    return url ? [{ value: url, label: words, path: reading.at(target).path }] : [];
  }
  return Object.entries(value).flatMap(([key, each]) => {
    if (isBlank(each)) return [];
    const account = text(each, reading.at(key));
    return account ? [{ value: accountUrl(key, account), label: key, path: reading.at(key).path }] : [];
  });
}

/** A network's account at the top level of a person's fields: `github: ada`. */
export const account = (network: string): Reader<readonly WrittenLink[]> =>
  reader('account or address', (value, reading) => {
    const written = text(value, reading);
    return written ? [{ value: accountUrl(network, written), label: network, path: reading.path }] : undefined;
  });

const youtubeId = /^[\w-]{11}$/;
/** A video's address; YouTube's eleven characters alone stand for theirs. */
export const videos: Reader<readonly WrittenLink[]> = reader('addresses', (value, reading) =>
  links(value, reading)?.map((link) =>
    youtubeId.test(link.value) ? { ...link, value: `https://www.youtube.com/watch?v=${link.value}` } : link,
  ),
);

import { relative, resolve } from 'node:path';
import { closest, listOf } from '../diagnostics/suggest.ts';
import { isCalledOff, past } from './occasions.ts';
import type { Event, Site } from './values.ts';

/** The event that somebody means, or a sentence that says why it isn’t known which. */
export type Found = { readonly event: Event } | { readonly problem: string };

/**
 * Finds an event by `next`, `last`, the path of its file or page, its address, the last part of one of these with or
 * without its date, its title, or its day. Letters’ case doesn’t matter.
 * @param root the site’s folder, absolute, where the path of a file may be one from here, as a shell completes it
 */
export function findEvent(written: string, site: Site, root?: string): Found {
  const found = find(written, site);
  const byFile = 'problem' in found && root !== undefined ? find(relative(root, resolve(written)), site) : found;
  return 'event' in byFile ? byFile : found;
}

function find(written: string, { events, nextEvent, config }: Site): Found {
  if (written === 'next')
    return nextEvent ? { event: nextEvent } : { problem: 'no event is to come; `last` is the one before' };
  if (written === 'last') {
    const latest = past(events).find((event) => !isCalledOff(event));
    return latest ? { event: latest } : { problem: 'no event is over yet' };
  }
  const site = config.url && config.url.origin + config.url.basePath;
  const path = site && written.startsWith(site) ? written.slice(site.length) : written;
  const asked = plainOf(path);
  const named = events.filter((event) => namesOf(event).some((name) => plainOf(name) === asked));
  if (named.length === 1) return { event: named[0]! };
  if (named.length > 1)
    return { problem: `\`${written}\` may be ${listOf(named.map(({ entry }) => `\`${entry.source.path}\``))}` };
  const newestFirst = events.toReversed();
  const meant = closest(lastPart(path), newestFirst.flatMap(namesOf).map(lastPart), 3);
  if (meant) return { problem: `there is no event \`${written}\`; did you mean \`${meant}\`?` };
  const some = newestFirst.slice(0, 5).map(({ url }) => `\`${lastPart(url)}\``);
  return { problem: `there is no event \`${written}\`; there ${some.length ? `are ${listOf(some)}` : 'is none yet'}` };
}

function namesOf({ url, title, start, entry, aliases }: Event): string[] {
  const file = entry.source.path.replace(/(?:\/index)?\.\w+$/, '');
  const undated = lastPart(file).replace(/^\d{4}-\d\d-\d\d-/, '');
  const day = start.at.toPlainDate().toString();
  return [lastPart(url), undated, title, url, file, file.replace(/^content\//, ''), lastPart(file), day, ...aliases];
}

const lastPart = (path: string): string => path.split('/').findLast(Boolean) ?? path;

/** Without what one may write or leave out. */
function plainOf(name: string): string {
  const path = name
    .trim()
    .replace(/[?#].*$/s, '')
    .replace(/^(?:\.?\/)+|\/+$/g, '')
    .replace(/(?:\/index)?\.(?:md|markdown|html)$/, '');
  return decoded(path).normalize('NFC').toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

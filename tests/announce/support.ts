import { Temporal } from 'temporal-polyfill';
import { type Announcement, announce } from '../../src/announce/announce.ts';
import type { Moment } from '../../src/announce/moments.ts';
import type { PlaceName } from '../../src/announce/places.ts';
import { createBuilder, type Planned } from '../../src/builder.ts';
import { createFiles } from '../../src/files.ts';
import { findEvent } from '../../src/model/find-event.ts';
import { packageRoot } from '../../src/package-root.ts';
import { type Contents, filesOf } from '../support.ts';

const builder = createBuilder(createFiles(packageRoot));

/** A site out of files by their path, at noon (UTC) of 1 July 2026 unless told otherwise. */
export const plannedOf = (contents: Contents, now = '2026-07-01T12:00Z'): Planned =>
  builder.plan(filesOf(contents), {
    now: Temporal.Instant.from(now),
    drafts: false,
    overrides: { images: false },
  }).value;

export const settings = `
title: Lantern
url: https://lantern.example/club/
timezone: Europe/Berlin
search: false
`;

/** What is said of the one event whose file is given. */
export function announced(
  event: string,
  place: PlaceName,
  moment: Moment = 'announcement',
  more: Contents = {},
): Announcement {
  const contents = { 'site.yaml': settings, 'content/events/one.md': event, ...more };
  const { site, renderer } = plannedOf(contents);
  const found = findEvent('one', site);
  if (!('event' in found)) throw new Error(found.problem);
  const { text, ...rest } = announce(found.event, place, moment, renderer).value;
  // Versions of Node differ in the blank before `PM`.
  return { ...rest, text: text.replaceAll('\u202f', ' ') };
}

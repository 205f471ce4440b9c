import { type Announcement, announce as announceAt } from '../announce/announce.ts';
import { momentFor, moments } from '../announce/moments.ts';
import { type PlaceName, placeNames, places } from '../announce/places.ts';
import { createBuilder } from '../builder.ts';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { formatText } from '../diagnostics/format-text.ts';
import { shortened, visible } from '../diagnostics/visible.ts';
import { createFiles } from '../files.ts';
import { findEvent } from '../model/find-event.ts';
import type { Event, Site } from '../model/values.ts';
import { packageRoot } from '../package-root.ts';
import { exitCodes, type Io, WrongCall } from './io.ts';
import { oneOf, readSite, type SiteFlags } from './options.ts';
import { textIn } from './report.ts';

/** The options of `announce` as they were typed. */
export interface AnnounceFlags extends SiteFlags {
  readonly for?: string;
  readonly moment?: string;
  readonly format?: string;
}

/**
 * Prints the texts that announce an event, and nothing else to `out`. Where the site has an error there is none, as it
 * would not be published either. Gives the exit code, and throws `WrongCall`.
 */
export function announce(written: string, flags: AnnounceFlags, io: Io): number {
  const chosen = readPlaces(flags.for ?? 'all');
  const asked = flags.moment === undefined ? undefined : oneOf('--moment', flags.moment, moments);
  const { root, options } = readSite({ ...flags, images: false }, process.env);
  const planned = createBuilder(createFiles(packageRoot)).plan(createFiles(root), options);
  const { site, renderer } = planned.value;
  const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
  const tell = (found: readonly Diagnostic[]): void => {
    if (found.length) io.err(`${formatText(sortDiagnostics(found), { colour: io.colour, source: textIn(root) })}\n`);
  };
  const errors = planned.diagnostics.filter(isError);
  if (errors.length) {
    tell(errors);
    return exitCodes.contentErrors;
  }

  const event = eventFor(written, root, site);
  const moment = asked ?? momentFor(event, site.now);
  const made = chosen.map((name) => announceAt(event, name, moment, renderer));
  const found = made.flatMap(({ diagnostics }) => diagnostics);
  tell(found);
  if (found.some(isError)) return exitCodes.contentErrors;
  if (!site.config.url)
    io.err('warning: nothing here leads to the event’s page: write `url` into site.yaml, or give --base-url\n');
  const texts = made.map(({ value }) => value);
  if (flags.format !== 'json') for (const each of texts) io.err(missingIn(each));
  io.out(flags.format === 'json' ? `${JSON.stringify(texts, null, 2)}\n` : shown(texts));
  return exitCodes.built;
}

/** How much of what is missing is named. */
const mostNamed = 3;

function missingIn({ place, leftOut }: Announcement): string {
  if (leftOut.length === 0) return '';
  const named = leftOut.slice(0, mostNamed).map((words) => `“${visible(shortened(words))}”`);
  const more = leftOut.length - named.length;
  return `note: ${places[place].title} has no room for all; cut or left out: ${named.join(', ')}${more ? ` and ${more} more` : ''}\n`;
}

/** A text alone is just that; several have their places’ names above them. */
function shown(texts: readonly Announcement[]): string {
  if (texts.length === 1) return `${texts[0]!.text}\n`;
  return texts
    .map(
      ({ place, text, length, limit }) =>
        `──── ${places[place].title} (${length}${limit ? ` of ${limit}` : ''}) ────\n\n${text}\n`,
    )
    .join('\n\n');
}

function eventFor(written: string, root: string, site: Site): Event {
  const found = findEvent(written, site, root);
  if ('event' in found) return found.event;
  throw new WrongCall(found.problem);
}

function readPlaces(written: string): readonly PlaceName[] {
  const asked = written.split(',').map((each) => each.trim());
  return asked.flatMap((each) => (each === 'all' ? placeNames : [oneOf('--for', each, placeNames)]));
}

import { isCalledOff, type Occasion } from '../model/occasions.ts';
import type { Event, Target, Venue } from '../model/values.ts';

/** What the events alone don't say: where the site lives, and what is in a body. */
export interface Surroundings {
  /** A full URL; undefined where the site's own isn't known. */
  absolute(target: Target | string | undefined): string | undefined;
  /** What an event is about, in a sentence or two of plain text. */
  summary(event: Event): string;
}

/** Plain text: the state, what it is about, and each talk with its speakers. */
export function aboutOf(occasion: Occasion, { summary }: Surroundings): string {
  if (occasion.kind === 'date') return paragraphs(['Date saved, talk to be announced.', occasion.series.description]);
  const talks = occasion.talks.map(({ title, speakers }) =>
    [title, speakers.map(({ name }) => name).join(', ')].filter(Boolean).join(' — '),
  );
  return paragraphs([stateOf(occasion), summary(occasion), lines(talks)]);
}

/** Plain text: where to sign up, to join and to read more, each on its line. */
export function linksOf(occasion: Occasion, { absolute }: Surroundings): string {
  const event = occasion.kind === 'event' ? occasion : undefined;
  const actions = [labelled('RSVP', absolute(event?.rsvp)), labelled('Join online', absolute(occasion.joinUrl))];
  return lines([...(isCalledOff(occasion) ? [] : actions), absolute(event?.url)]);
}

/** One line: the venue with its address, or, for what has none, where to join. */
export function locationOf(occasion: Occasion, { absolute }: Surroundings): string | undefined {
  if (occasion.venue) return addressOf(occasion.venue);
  if (!occasion.online) return undefined;
  return absolute(occasion.joinUrl) ?? (occasion.kind === 'event' ? absolute(occasion.url) : undefined);
}

/** Name, address and city; what another part already says isn't said twice. */
function addressOf({ name, address, city }: Venue): string {
  const parts: string[] = [];
  for (const part of [name, address, city]) {
    const line = part?.trim().replace(/\s*[\r\n]+\s*/g, ', ');
    if (line && !parts.some((known) => known.toLowerCase().includes(line.toLowerCase()))) parts.push(line);
  }
  return parts.join(', ');
}

function stateOf({ status, previousStart }: Event): string | undefined {
  if (status === 'scheduled') return undefined;
  const state = { cancelled: 'Cancelled.', postponed: 'Postponed.', rescheduled: 'Moved.' }[status];
  if (!previousStart) return state;
  const { at, hasTime } = previousStart;
  const time = hasTime ? `, ${at.toPlainTime().toString({ smallestUnit: 'minute' })}` : '';
  return `${state} It was planned for ${at.toPlainDate()}${time}.`;
}

const labelled = (label: string, address: string | undefined): string | undefined => address && `${label}: ${address}`;

const lines = (some: readonly (string | undefined)[]): string => some.filter(Boolean).join('\n');
export const paragraphs = (some: readonly (string | undefined)[]): string => some.filter(Boolean).join('\n\n');

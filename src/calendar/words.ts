import { isCalledOff, type Occasion } from '../model/occasions.ts';
import type { Event, Target, Venue } from '../model/values.ts';
import type { Words, WordsIn } from '../words/words.ts';

/** What the events alone don't say: where the site lives, and what is in a body. */
export interface Surroundings {
  /** A full URL; undefined where the site's own isn't known. */
  absolute(target: Target | string | undefined): string | undefined;
  /** What an event is about, in a sentence or two of plain text. */
  summary(event: Event): string;
  /** By language; an event has its own. */
  readonly words: WordsIn;
}

/** Plain text: the state, what it is about, and each talk with its speakers. */
export function aboutOf(occasion: Occasion, { summary, words }: Surroundings): string {
  if (occasion.kind === 'date') return paragraphs([words().t('dateSaved'), occasion.series.description]);
  const own = words(occasion.lang);
  const talks = occasion.talks.map(({ title, speakers }) =>
    [title, own.list(speakers.map(({ name }) => name))].filter(Boolean).join(' — '),
  );
  return paragraphs([stateOf(occasion, own), summary(occasion), lines(talks)]);
}

/** Plain text: where to sign up, to join and to read more, each on its line. */
export function linksOf(occasion: Occasion, { absolute, words }: Surroundings): string {
  const event = occasion.kind === 'event' ? occasion : undefined;
  const { t } = words(event?.lang);
  const actions = [labelled(t('rsvp'), absolute(event?.rsvp)), labelled(t('joinOnline'), absolute(occasion.joinUrl))];
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

function stateOf({ status, previousStart }: Event, { t }: Words): string | undefined {
  if (status === 'scheduled') return undefined;
  const state = t(
    ({ cancelled: 'isCancelled', postponed: 'isPostponed', rescheduled: 'isRescheduled' } as const)[status],
  );
  if (!previousStart) return state;
  const { at, hasTime } = previousStart;
  const time = hasTime ? `, ${at.toPlainTime().toString({ smallestUnit: 'minute' })}` : '';
  return `${state} ${t('wasPlannedFor', { date: `${at.toPlainDate()}${time}` })}`;
}

const labelled = (label: string, address: string | undefined): string | undefined => address && `${label}: ${address}`;

const lines = (some: readonly (string | undefined)[]): string => some.filter(Boolean).join('\n');
export const paragraphs = (some: readonly (string | undefined)[]): string => some.filter(Boolean).join('\n\n');

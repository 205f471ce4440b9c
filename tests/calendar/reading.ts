import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { Temporal } from 'temporal-polyfill';
import { calendarOf, type Subscription } from '../../src/calendar/calendar.ts';
import { createZones } from '../../src/calendar/vtimezone.ts';
import type { Surroundings } from '../../src/calendar/words.ts';
import type { Occasion } from '../../src/model/occasions.ts';
import { english } from '../../src/words/words.ts';

export const origin = 'https://meet.example';

/** A site that lives at `origin`, and whose bodies are empty. */
export const surroundings: Surroundings = {
  absolute(target) {
    const written = typeof target === 'string' ? target : target?.written;
    return written?.startsWith('/') ? origin + written : written;
  },
  summary: ({ description }) => description ?? '',
  words: () => english,
};

export const icsOf = (occasions: readonly Occasion[], subscription?: Subscription): string =>
  calendarOf(occasions, surroundings, createZones(), subscription);

export const parseIcs = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text));

/** What a property says, as text. */
export const textOf = (component: ICAL.Component, name: string): string | undefined =>
  component.getFirstPropertyValue(name)?.toString();

/** The properties of each event, by their name, as ical.js reads them. */
export const fieldsOf = (text: string): Readonly<Record<string, string>>[] =>
  parseIcs(text)
    .getAllSubcomponents('vevent')
    .map((event) =>
      Object.fromEntries(event.getAllProperties().map((each) => [each.name, each.getValues().map(String).join('|')])),
    );

/** When an event takes place: a day, as `2026-10-06`, or an instant in milliseconds. */
export interface Times {
  readonly start: string | number;
  readonly end: string | number | undefined;
}

/** As ical.js reads them, which knows of a zone what the calendar says of it and nothing else. */
export const timesByIcal = (text: string): Times[] =>
  parseIcs(text)
    .getAllSubcomponents('vevent')
    .map((event) => {
      const at = (name: string): string | number | undefined => {
        const time = event.getFirstPropertyValue(name) as ICAL.Time | null;
        if (!time) return undefined;
        return time.isDate ? time.toString() : time.toUnixTime() * 1000;
      };
      return { start: at('dtstart')!, end: at('dtend') };
    });

/** As node-ical reads them, which knows zones by their names and by data of its own, and takes a day for its midnight at this machine. */
export const timesByNodeIcal = (text: string): Times[] =>
  Object.values(nodeIcal.sync.parseICS(text))
    .filter((each) => each?.type === 'VEVENT')
    .map(({ start, end, datetype }) => {
      const at = (date: Date): string | number => (datetype === 'date' ? localDay(date) : date.getTime());
      // It gives an event without an end one at its start.
      return { start: at(start), end: end.getTime() === start.getTime() ? undefined : at(end) };
    });

const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** What the model says. */
export const timesByModel = ({ allDay, start, end, over }: Occasion): Times => {
  const day = (at: Temporal.ZonedDateTime) => at.toPlainDate().toString();
  if (allDay) {
    const last = end ? (end.hasTime ? end.at.subtract({ nanoseconds: 1 }) : end.at) : start.at;
    return { start: day(start.at), end: day((day(last) < day(start.at) ? start.at : last).add({ days: 1 })) };
  }
  const [from, to] = [start.at.epochMilliseconds, over.epochMilliseconds];
  return { start: from, end: to > from ? to : undefined };
};

/** A file with such front matter, in ASCII: YAML takes few characters as they are. */
export function fileOf(fields: Readonly<Record<string, unknown>>): string {
  const inAscii = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `---\n${JSON.stringify(fields).replace(/[^ -~]/g, inAscii)}\n---\n`;
}

/** Text as it can stand in a calendar. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');

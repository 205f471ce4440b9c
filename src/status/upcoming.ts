import type { Temporal } from 'temporal-polyfill';
import { compareText } from '../diagnostics/diagnostic.ts';
import { lacksSpeaker } from '../model/notices.ts';
import { isOpen } from '../model/occasions.ts';
import type { Event, Person, SavedDate, Site } from '../model/values.ts';
import { placeOf, placeOfTalk, startOfFile } from './places.ts';
import { type Lack, quote, shellWord, type Todo } from './todo.ts';

/** How many days before an event each begins to matter: a room takes longer to find than a picture. */
const daysBefore = {
  page: 28,
  published: 28,
  venue: 28,
  talk: 28,
  speaker: 21,
  rsvp: 21,
  abstract: 14,
  biography: 7,
  picture: 7,
} satisfies Partial<Record<Lack, number>>;

interface Lacking {
  readonly lacks: keyof typeof daysBefore;
  readonly message: string;
  readonly at?: Todo['at'];
  readonly command?: string;
}

/**
 * What events to come lack, and the next date of each series that has no page: by day, and of each event the most
 * urgent first. What does not take place lacks nothing. Who speaks twice is named once, at the earlier event.
 */
export function lackingNext({ events, series }: Site): Todo[] {
  const met = new Set<Person>();
  const open = events.filter(isOpen);
  const ofEvents = open.flatMap((event) => {
    const speakers = event.talks.flatMap((talk) => talk.speakers).filter((person) => !met.has(person));
    for (const person of speakers) met.add(person);
    const found = [...lackingIn(event), ...[...new Set(speakers)].flatMap(lackingOf)];
    return found.map((each) => todoOf(event.title, event.start.at, each));
  });
  const ofDates = series.flatMap(({ dates }) =>
    dates.slice(0, 1).map((date) => todoOf(date.title, date.start.at, noPage(date))),
  );
  if (open.length === 0 && ofDates.length === 0) return [noEvent];
  return [...ofEvents, ...ofDates].sort((a, b) => compareText(a.day ?? '', b.day ?? ''));
}

function todoOf(about: string, start: Temporal.ZonedDateTime, { lacks, message, at, command }: Lacking): Todo {
  const day = start.toPlainDate();
  const due = day.subtract({ days: daysBefore[lacks] });
  return { section: 'next', about, day: day.toString(), lacks, message, due: due.toString(), at, command };
}

const noEvent: Todo = {
  section: 'next',
  about: 'The next event',
  day: undefined,
  lacks: 'event',
  message: 'there is none to come',
  due: undefined,
  at: undefined,
  command: 'meetpress new event',
};

const noPage = ({ series }: SavedDate): Lacking => ({
  lacks: 'page',
  message: 'the next date of this series has no page yet',
  command: `meetpress new event --series ${shellWord(series.name)}`,
});

const lacking = (is: boolean, lacks: Lacking['lacks'], message: string, more: Partial<Lacking>): Lacking[] =>
  is ? [{ lacks, message, ...more }] : [];

/** In the order in which it matters. */
function lackingIn({ entry, talks, venue, online, rsvp, joinUrl, draft }: Event): Lacking[] {
  const more = { at: placeOf(entry, 'start') };
  const given = talks.filter(({ title, kind }) => lacksSpeaker(title, kind));
  return [
    ...lacking(draft, 'published', 'it is still a draft, which nobody sees', more),
    ...lacking(!venue && !online, 'venue', 'nobody knows where: it has neither `venue` nor `online`', more),
    ...lacking(talks.length === 0, 'talk', 'nothing is named under `talks`', more),
    ...given.flatMap((talk) =>
      lacking(talk.speakers.length === 0, 'speaker', `nobody gives ${quote(talk.title)}`, { at: placeOfTalk(talk) }),
    ),
    ...lacking(!rsvp && !joinUrl, 'rsvp', 'there is no `rsvp`, the link to sign up', more),
    ...given.flatMap((talk) =>
      lacking(!talk.abstract?.text.trim(), 'abstract', `${quote(talk.title)} has no abstract`, {
        at: placeOfTalk(talk),
      }),
    ),
  ];
}

function lackingOf({ name, entry, avatar, image }: Person): Lacking[] {
  const more = entry ? { at: startOfFile(entry) } : { command: `meetpress new person --name ${shellWord(name)}` };
  return [
    ...lacking(!entry?.body.text.trim(), 'biography', `${quote(name)} has no biography`, more),
    ...lacking(!avatar && !image, 'picture', `${quote(name)} has no picture`, more),
  ];
}

import type { Span } from '../diagnostics/diagnostic.ts';
import { lacksSpeaker } from '../model/notices.ts';
import { isCalledOff, past } from '../model/occasions.ts';
import { dayOf } from '../model/times.ts';
import type { Event, Site, Talk } from '../model/values.ts';
import { placeOf, placeOfTalk } from './places.ts';
import { type Lack, quoteAll, shellWord, type Todo } from './todo.ts';

/** How far back one looks for slides and videos: speakers remember where they are. */
const lookBack = { hours: 365 * 24 };
/** How far back a group shows what it keeps. */
const custom = { hours: 2 * 365 * 24 };

const records = ['slides', 'video', 'report'] as const;
type RecordKind = (typeof records)[number];

const has: Readonly<{ [K in RecordKind]: (event: Event) => boolean }> = {
  slides: ({ talks }) => talks.some(({ slides }) => slides.length > 0),
  video: ({ talks, recording }) => recording !== undefined || talks.some(({ videos }) => videos.length > 0),
  report: ({ posts }) => posts.length > 0,
};

/**
 * What events that are over lack to be a record, newest first. A kind of record that no event of two years has is none
 * that the group keeps.
 * @param all also those of more than a year ago, and every kind
 */
export function lackingPast({ events, now }: Site, all: boolean): Todo[] {
  const over = past(events).filter((event) => !isCalledOff(event));
  const within = (time: typeof lookBack) => {
    const since = now.subtract(time).epochNanoseconds;
    return over.filter((event) => event.over.epochNanoseconds >= since);
  };
  const kept = new Set<Lack>(records.filter((each) => all || within(custom).some(has[each])));
  return (all ? over : within(lookBack)).flatMap(lackingIn).filter(({ lacks }) => kept.has(lacks));
}

function lackingIn(event: Event): Todo[] {
  const { entry, title, talks, recording, posts } = event;
  const todo = (lacks: Lack, message: string, at: Span, command?: string): Todo => ({
    section: 'past',
    about: title,
    day: dayOf(event.start),
    lacks,
    message,
    due: undefined,
    at,
    command,
  });
  /** One for all talks: whoever asks for slides asks everybody. */
  const ofTalks = (lacks: 'slides' | 'video', some: readonly Talk[]): Todo[] =>
    some[0] ? [todo(lacks, `no ${lacks} of ${quoteAll(some.map((talk) => talk.title))}`, placeOfTalk(some[0]))] : [];
  const given = talks.filter((talk) => lacksSpeaker(talk.title, talk.kind));
  const unshown = given.filter(({ slides }) => slides.length === 0);
  const unseen = recording ? [] : given.filter(({ videos }) => videos.length === 0);
  const report = `meetpress new post --event ${shellWord(entry.id)}`;
  return [
    ...ofTalks('slides', unshown),
    ...ofTalks('video', unseen),
    ...(posts.length ? [] : [todo('report', 'no post reports on it', placeOf(entry, 'start'), report)]),
  ];
}

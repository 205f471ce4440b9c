import type { Span } from '../diagnostics/diagnostic.ts';
import { lacksSpeaker } from '../model/notices.ts';
import { isCalledOff, past } from '../model/occasions.ts';
import { dayOf } from '../model/times.ts';
import type { Event, Site, Talk } from '../model/values.ts';
import { placeOf, placeOfTalk } from './places.ts';
import { type Lack, quoteAll, shellWord, type Todo } from './todo.ts';

/** How far back one looks for slides and videos: speakers remember where they are. */
const lookBack = { hours: 365 * 24 };

/** What events that are over lack to be a record, newest first. @param all also those of more than a year ago */
export function lackingPast({ events, now }: Site, all: boolean): Todo[] {
  const since = now.subtract(lookBack).epochNanoseconds;
  return past(events)
    .filter((event) => !isCalledOff(event) && (all || event.over.epochNanoseconds >= since))
    .flatMap(lackingIn);
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

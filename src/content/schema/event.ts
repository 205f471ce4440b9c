import { both, common } from './common.ts';
import { field, fieldsOf, type Schema } from './field.ts';
import { links, videos } from './links.ts';
import { person, sponsor, venue } from './people.ts';
import { address, count, flagOrAddress, language, list, oneOf, prose, text } from './readers.ts';
import { reference, references } from './references.ts';
import { clock, duration, time, timeOrClock, timeZone } from './time-readers.ts';

export const talk = {
  title: field(text, 'What the talk is called.', { required: true, also: ['name'] }),
  speakers: field(references(person, 'name', 'person'), 'Who gives it.', {
    also: ['speaker', 'presenter', 'presenters'],
    join: both,
  }),
  abstract: field(prose, 'What it is about, in Markdown.', { also: ['description', 'extract'] }),
  slides: field(links, 'Its slides.', { also: ['slides_url', 'presentationUrl'], join: both }),
  video: field(videos, 'Its recording; YouTube’s eleven characters are enough.', {
    also: ['videos', 'youtube', 'youtube_id'],
    join: both,
  }),
  code: field(links, 'Its code.', { join: both }),
  links: field(links, 'Anything else to read.', { join: both }),
  lang: field(language, 'The language in which it is given.', { also: ['language'] }),
  duration: field(duration, 'How long it takes.'),
  kind: field(text, '`talk`, `lightning`, `workshop`, or your own word.', { also: ['type', 'format'] }),
} satisfies Schema;

export const event = {
  ...common,
  start: field(
    time,
    'When it begins, at the clock of the place: `2026-10-06 19:00`. Without a time it lasts all day.',
    {
      required: true,
      also: ['date', 'event_date', 'date_start', 'start_date', 'started_at', 'meeting_date'],
    },
  ),
  time: field(clock, 'The time of day, where `start` is a date alone; also a range.'),
  end: field(
    timeOrClock,
    'When it ends; a time alone counts on the day of the start, or the next where it is earlier.',
    {
      also: ['date_end', 'end_date', 'end_time', 'ended_at'],
    },
  ),
  duration: field(duration, 'How long it takes, instead of `end`.'),
  timezone: field(timeZone, 'Its time zone, where it is neither the venue’s nor the site’s.', {
    also: ['time_zone', 'tz'],
  }),
  venue: field(reference(venue, 'name', 'venue'), 'Where it takes place.', { also: ['location', 'place', 'host'] }),
  online: field(flagOrAddress, 'The address to join at, or `true`.'),
  talks: field(list(fieldsOf(talk, 'a talk'), 'list of talks'), 'What there is to hear.', {
    also: ['agenda', 'items', 'presentations'],
  }),
  hosts: field(references(person, 'name', 'person'), 'Who hosts the evening.'),
  sponsors: field(references(sponsor, 'name', 'sponsor'), 'Who pays for it.'),
  rsvp: field(address, 'Where to sign up.', {
    also: ['registration', 'meetup_url', 'meetupLink', 'event_url', 'tickets'],
  }),
  links: field(links, 'Anything else: the discussion, the stream …', { join: both }),
  status: field(
    oneOf(['scheduled', 'cancelled', 'postponed', 'rescheduled', 'draft', 'published'], { canceled: 'cancelled' }),
    'Whether it takes place as planned; `canceled` does as well.',
  ),
  previous_start: field(time, 'When it was to begin before it was moved.', {
    also: ['previous_date', 'previousStartDate'],
  }),
  series: field(text, 'The series that it belongs to.'),
  number: field(count, 'Its number in the series.'),
  capacity: field(count, 'How many can come.'),
  price: field(text, 'What it costs, in your words.'),
  recording: field(address, 'The recording of the whole event.'),
  photos: field(address, 'An album.'),
  updated: field(time, 'When it was last changed.', { also: ['last_modified_at'] }),
  uid: field(text, 'Its identity in calendars, where it comes from another one. Made by itself else.'),
  sequence: field(count, 'How often calendars have to be told anew. Made from the rest where it is missing.'),
} satisfies Schema;

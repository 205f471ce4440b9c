import type { Temporal } from 'temporal-polyfill';
import type { WrittenClock, WrittenTime } from '../content/dates/written-time.ts';
import {
  type Fields,
  field,
  fieldsOf,
  isBlank,
  type Reading,
  reader,
  readFields,
  type Values,
} from '../content/schema/field.ts';
import { venue } from '../content/schema/people.ts';
import { atMost, flagOrAddress, list, type Placed, text } from '../content/schema/readers.ts';
import { type Reference, reference } from '../content/schema/references.ts';
import { clock, duration, time, timeZone } from '../content/schema/time-readers.ts';
import { isRecord } from '../content/yaml.ts';
import { limits } from '../limits.ts';
import { slugify } from '../slug.ts';
import { type Rule, readRule } from './rule.ts';

/** Events that come again, as `site.yaml` describes them. */
export interface SeriesConfig {
  /** Identity, in addresses and in calendars: a slug. */
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  /** IANA. */
  readonly timezone: string | undefined;
  readonly online: boolean | Placed<string> | undefined;
  /** What holds from which day on, earliest first; empty for a series without a rule. */
  readonly terms: readonly SeriesTerm[];
  /** The last day on which it can take place. */
  readonly until: Temporal.PlainDate | undefined;
  /** Days of the rule that are left out. */
  readonly except: readonly Temporal.PlainDate[];
}

/** What holds for a series until the next term begins. */
export interface SeriesTerm {
  /** Its first day. */
  readonly from: Temporal.PlainDate;
  /** The day from which the rule counts (RFC 5545's `DTSTART`); earlier than `from` where only the time or place changed. */
  readonly anchor: Temporal.PlainDate;
  readonly rule: Placed<Rule>;
  /** Without it the dates are all-day. */
  readonly clock: WrittenClock | undefined;
  readonly duration: Temporal.Duration | undefined;
  readonly venue: Reference<typeof venue> | undefined;
}

const rule = reader('rule (RFC 5545)', (value, reading): Placed<Rule> | undefined => {
  const written = text(value, reading);
  const read = written === undefined ? undefined : readRule(written);
  if (read && 'problem' in read) reading.problem(read.problem);
  return read && 'rule' in read ? { value: read.rule, path: reading.path } : undefined;
});

/** What a change can change. */
const plan = {
  rule: field(rule, 'On which days: `FREQ=MONTHLY;BYDAY=1TU` is the first Tuesday of each month.', {
    also: ['rrule', 'recurrence', 'repeat'],
  }),
  time: field(clock, 'The time of day, maybe a range: `19:00-21:00`.'),
  duration: field(duration, 'How long it takes, where `time` is no range.'),
  venue: field(reference(venue, 'name', 'venue'), 'Where it takes place.', { also: ['location', 'place'] }),
};

export const seriesChange = {
  from: field(time, 'The first day on which it holds, and from which a new rule counts.', {
    required: true,
    also: ['start', 'since'],
  }),
  ...plan,
};

export const seriesSchema = {
  name: field(text, 'What it is called; events name it under `series`.', { also: ['title'] }),
  id: field(text, 'Its name in addresses and calendars. Made from `name` where it is missing.', { also: ['slug'] }),
  description: field(text, 'One or two sentences about it.', { also: ['summary'] }),
  ...plan,
  start: field(time, 'The first date, from which the rule counts. A rule needs it.', {
    also: ['from', 'first', 'date', 'dtstart'],
  }),
  timezone: field(timeZone, 'Its time zone, where it is neither the venue’s nor the site’s.', {
    also: ['time_zone', 'tz'],
  }),
  online: field(flagOrAddress, 'The address to join at, or `true`.'),
  until: field(time, 'The last day on which it can take place.', { also: ['end', 'to'] }),
  except: field(list(time), 'Days of the rule on which it does not take place.', {
    also: ['exceptions', 'exdate', 'without'],
  }),
  changes: field(list(fieldsOf(seriesChange, 'a change')), 'What holds from a later day on.'),
};

/** A list of series, or a mapping from their names. */
export const seriesList = reader('list of series', (value, reading): readonly SeriesConfig[] => {
  const found: SeriesConfig[] = [];
  const add = (series: SeriesConfig | undefined, at: Reading): void => {
    if (!series) return;
    const same = found.find(({ id }) => id === series.id);
    if (!same) found.push(series);
    else
      at.problem({
        code: 'repeated-field',
        message: `the series \`${series.name}\` is described twice; the first is used`,
        help: 'join the two, or give one an `id` of its own',
      });
  };
  if (isRecord(value) && !isOne(value))
    for (const [name, each] of Object.entries(value)) {
      const fields = isRecord(each) ? each : { rule: each };
      add(seriesOf(fields, reading.at(name), name), reading.at(name));
    }
  else
    for (const [index, each] of (Array.isArray(value) ? value : [value]).entries()) {
      const at = Array.isArray(value) ? reading.at(index) : reading;
      if (!isBlank(each)) add(seriesOf(isRecord(each) ? each : { name: each }, at), at);
    }
  return atMost(found, reading, limits.series) ?? [];
});

/** Whether a mapping is the fields of one series, and not several by their names. */
const isOne = (value: Readonly<Record<string, unknown>>): boolean =>
  ['name', 'title', 'rule', 'start'].some((key) => typeof value[key] === 'string');

function seriesOf(fields: Readonly<Record<string, unknown>>, reading: Reading, key?: string): SeriesConfig | undefined {
  const { values, paths } = readFields(seriesSchema, fields, reading);
  const name = values.name ?? key;
  if (name === undefined) {
    if (!paths.has('name'))
      reading.problem({ code: 'missing-field', message: 'this series has no name', help: 'add a line `name: …`' });
    return undefined;
  }
  const { time: zoned = values.start } = values;
  const namedZone = zoned?.zone && 'timeZone' in zoned.zone ? zoned.zone.timeZone : undefined;
  return {
    id: slugify(values.id ?? name),
    name,
    description: values.description,
    timezone: values.timezone ?? namedZone,
    online: values.online,
    terms: termsOf(values, paths, reading),
    until: values.until?.date,
    except: (values.except ?? []).map(({ date }) => date),
  };
}

function termsOf(
  { rule: first, start, time: clock, duration, venue, changes = [] }: Values<typeof seriesSchema>,
  paths: Fields<typeof seriesSchema>['paths'],
  reading: Reading,
): SeriesTerm[] {
  const missing = (name: string, why: string, help: string): void => {
    if (!paths.has(name)) reading.problem({ code: 'missing-field', message: `\`${name}\` is missing, ${why}`, help });
  };
  if (first && !start) missing('start', 'from which the rule counts', 'add its first date, as in `start: 2026-01-06`');
  if (!first && changes.length) missing('rule', 'which `changes` changes', 'add a line `rule: …` to the series');
  if (!first || !start) return [];
  let term: SeriesTerm = {
    from: start.date,
    anchor: start.date,
    rule: first,
    clock: clock ?? clockOf(start),
    duration,
    venue,
  };
  const terms = [term];
  for (const { values } of changes.toSorted((a, b) => compareDates(a.values.from, b.values.from))) {
    if (!values.from) continue;
    const { date: from } = values.from;
    term = {
      from,
      anchor: values.rule ? from : term.anchor,
      rule: values.rule ?? term.rule,
      clock: values.time ?? clockOf(values.from) ?? term.clock,
      duration: values.duration ?? (values.time?.end ? undefined : term.duration),
      venue: values.venue ?? term.venue,
    };
    terms.push(term);
  }
  return terms;
}

/** The time of day that was written behind a date. */
const clockOf = ({ time, end }: WrittenTime): WrittenClock | undefined => time && { time, ...(end && { end }) };

const compareDates = (a: WrittenTime | undefined, b: WrittenTime | undefined): number =>
  String(a?.date).localeCompare(String(b?.date));

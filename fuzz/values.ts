import fc from 'fast-check';
import type { Schema } from '../src/content/schema/field.ts';
import { mostly, pick, some } from './pick.ts';
import { addresses, body, names, words } from './texts.ts';

const days = [
  '2026-10-06',
  '2026-12-01',
  '2026-11-20',
  '2025-01-01',
  '2027-02-28',
  '1970-01-01',
  '2200-12-31',
  '2026-10-25',
  '2026-03-29',
];
const clocks = [
  '',
  '',
  ' 19:00',
  'T19:00:30',
  ' 7 pm',
  ' 7:30 pm to 9:00 pm',
  ' 02:30',
  ' 19:00 CEST',
  ' 19:00 Europe/Berlin',
  ' 19:00+05:30',
  'T00:00Z',
];
const oddDates = [
  ...[
    '2026-18-12',
    '2017-02-30',
    '26-10-06',
    'Monday, October 6, 2026',
    '6 October 2026 (Sat)',
    '20261006T190000Z',
    '1759777200',
  ],
  ...[
    'next Tuesday',
    'TBD',
    '2026-10-06 25:00',
    '2026-10-06 19:00 XYZ',
    '0000-00-00',
    '9999-12-31',
    '2026-W41',
    '2011-12-30',
    '-1',
  ],
];
const dates = mostly(
  4,
  fc.tuple(pick(...days), pick(...clocks)).map((parts) => parts.join('')),
  pick(...oddDates),
);

const zones = pick(
  'Europe/Berlin',
  'America/Chicago',
  'UTC',
  'Pacific/Apia',
  'Asia/Kolkata',
  'Africa/Casablanca',
  'Etc/GMT+5',
  'CET',
  'EST',
  'Mars/Base',
  'europe/berlin',
  '+05:30',
);
const numbers = pick(
  '0',
  '1',
  '-1',
  '42',
  '1e999',
  '.5',
  '0x1f',
  '007',
  '1_000',
  '9007199254740993',
  '.nan',
  '.inf',
  '#3',
);
const durations = pick('2h', '2h 15m', '90 min', '90', 'PT2H', 'P1D', '-1h', '1000000h', 'P10000Y', 'long', '0');
const rules = pick(
  ...['FREQ=MONTHLY;BYDAY=1TU', 'RRULE:FREQ=WEEKLY;INTERVAL=2', 'FREQ=DAILY', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
  ...[
    'FREQ=DAILY;COUNT=99999',
    'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYSETPOS=-1',
    'FREQ=SECONDLY',
    'weekly',
  ],
  ...[
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=WEEKLY;UNTIL=20200101',
    'FREQ=MONTHLY;BYDAY=5FR;INTERVAL=999',
    'FREQ=YEARLY;BYYEARDAY=366',
  ],
);
const flags = pick('true', 'false', 'yes', 'off', 'maybe');

/** YAML in one line, for text that could mean something else where it stands bare. */
const quoted = (text: string): string => JSON.stringify(text);
const bareOrQuoted = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, pick(0, 0, 1, 2)).map(([written, how]) => [quoted(written), written, `'${written}'`][how]!);
const word = bareOrQuoted(words);
const name = bareOrQuoted(mostly(5, pick<string>(...names), words));
const address = bareOrQuoted(mostly(5, pick<string>(...addresses), words));
const flow = (item: fc.Arbitrary<string>) => some(item, 4).map((items) => `[${items.join(', ')}]`);
const oneOrMore = (item: fc.Arbitrary<string>) => mostly(2, item, flow(item));

/** What is a value of nothing. */
const odd: fc.Arbitrary<string> = fc.oneof(
  pick(
    '',
    '~',
    '[]',
    '{}',
    '[[[]]]',
    '{a: {b: [c]}}',
    '!!binary x',
    '!!js/function x',
    '&a [*a]',
    '*b',
    '|',
    '>-',
    '? x',
    '- x',
    '"',
    '@',
    '`',
    '{{ x }}',
    '%',
  ),
  fc.json({ maxDepth: 3 }),
  numbers,
  flags,
  word,
);

const written = (fields: Readonly<Record<string, fc.Arbitrary<string>>>) =>
  fc.record(fields, { requiredKeys: [] }).map(
    (given) =>
      `{${Object.entries(given)
        .map(([key, value]) => `${key}: ${value}`)
        .join(', ')}}`,
  );
const links = fc.oneof(
  address,
  flow(address),
  written({ github: name, web: address, x: address }),
  flow(written({ url: address, label: word })),
);
const person = mostly(3, name, written({ name, github: name, avatar: address, role: word, web: address, links }));
const venue = mostly(
  3,
  name,
  written({ name, address: word, city: word, timezone: zones, map: address, geo: pick('50.9, 6.9', '[1, 2]', 'x') }),
);
const markdown = body.map(quoted);
const talk = written({
  title: word,
  speakers: oneOrMore(person),
  abstract: markdown,
  slides: links,
  video: links,
  duration: durations,
  kind: word,
  lang: word,
});
const series = written({
  name,
  rule: rules.map(quoted),
  start: dates,
  time: pick('19:00', '"19:00-21:00"', '7 pm', 'x'),
  duration: durations,
  venue,
  until: dates,
  except: flow(dates),
  timezone: zones,
});

/** Values by the shape that a schema names, in YAML of one line. */
const shapes: Readonly<Record<string, fc.Arbitrary<string>>> = {
  text: word,
  Markdown: markdown,
  'address or path': address,
  'account or address': address,
  'list of text': oneOrMore(address),
  'list of words': oneOrMore(name),
  '`true` or `false`': flags,
  '`true`, `false` or an address': mostly(1, flags, address),
  'a number': numbers,
  'a whole number': numbers,
  'date, maybe with a time': dates,
  'date and time, or a time of day': mostly(1, dates, pick('21:00', '9 pm', '25:00')),
  'time of day, maybe a range': pick('19:00', '19:00-21:00', '7 pm', '"19:00"', '99:99'),
  'time zone': zones,
  duration: durations,
  'links (label: address)': links,
  addresses: links,
  'list of talks': oneOrMore(talk),
  'list of series': fc.oneof(series, flow(series), written({ Monthly: series })),
  'latitude and longitude': pick('50.9, 6.9', '[91, 0]', '{lat: 1, lng: 2}', '50.9486'),
  'language (BCP 47)': pick('en', 'de', 'pt_BR', 'ar', 'xx-klingon', 'e'),
  'full address': pick(
    'https://a.example',
    'https://a.example/name/',
    'http://a.example:8080/a b/',
    'a.example',
    'ftp://a.example/',
    'https://a.example/?x',
    `https://a.example/"'<>/`,
  ),
  'colour as `#rrggbb`': pick('"#0a7d5c"', '"#abc"', '#abc', 'red', '"#12345"'),
};
const references = /person/;

/** A value for a field: mostly one of its kind, else one of any. */
function valueFor(shape: string): fc.Arbitrary<string> {
  const fitting =
    shapes[shape] ?? (references.test(shape) ? oneOrMore(person) : shape.startsWith('venue') ? venue : oneOrMore(name));
  return mostly(6, fitting, odd);
}

/** Lines of YAML by a schema: its fields in all their spellings, misspelt ones, and some of nobody's. */
export function fieldsOf(schema: Schema, always: readonly string[] = []): fc.Arbitrary<string> {
  const line = (key: string, shape: string) => valueFor(shape).map((value) => `${key}: ${value}`);
  const lines = Object.entries(schema).map(([name, { read, also = [] }]) =>
    fc.oneof(...[name, name, ...also, name.toUpperCase(), `${name.slice(0, -1)}x`].map((key) => line(key, read.shape))),
  );
  const stranger = fc.tuple(word, odd).map(([key, value]) => `${key}: ${value}`);
  const required = fc.tuple(...always.map((key) => mostly(9, line(key, schema[key]!.read.shape), fc.constant(''))));
  return fc
    .tuple(required, some(mostly(30, fc.oneof(...lines), stranger), 8))
    .map(([first, more]) => [...first, ...more].map((text) => `${text}\n`).join(''));
}

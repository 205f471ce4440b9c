import { expect, test } from 'vitest';
import { readAnswer, type Topic } from '../../src/init/read.ts';

test.each<[Topic, string, string]>([
  ['name', '  Heron Valley ', 'Heron Valley'],
  ['language', 'pt_br', 'pt-BR'],
  ['timezone', 'europe/berlin', 'Europe/Berlin'],
  ['place', '', ''],
  ['day', '2nd Thu', '2nd Thu'],
  ['day', '', ''],
  ['time', '7 pm to 9:30 pm', '19:00-21:30'],
  ['time', '19:00', '19:00'],
  ['colour', '#ABC', '#aabbcc'],
  ['colour', '0a7d5c', '#0a7d5c'],
  ['chat', 'https://chat.example.org/', 'https://chat.example.org/'],
  ['rsvp', 'mailto:us@example.org', 'mailto:us@example.org'],
])('%s: %s', (topic, typed, value) => expect(readAnswer(topic, typed)).toEqual({ value }));

test.each<[Topic, string, RegExp]>([
  ['name', ' ', /^it may not be empty$/],
  ['language', 'deutsch', /^`deutsch` is no language; write a code such as/],
  ['language', 'sv', /^there are no texts in `sv` yet; begin with one of de, en.*translate/],
  ['timezone', 'Lisbon', /^`Lisbon` is no time zone; did you mean `Europe\/Lisbon`\?$/],
  ['day', 'now and then', /^`now and then` is no day of the month; write it like `second Thursday`/],
  ['time', '25:00', /25/],
  ['colour', 'green', /^`green` is no colour; write it as #0a7d5c$/],
  ['chat', 'chat.example.org', /^`chat.example.org` is no full address/],
  ['rsvp', 'javascript:alert(1)', /is no full address/],
])('%s: %s is refused', (topic, typed, problem) =>
  expect(readAnswer(topic, typed)).toEqual({ problem: expect.stringMatching(problem) }),
);

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
  ['time', '19 Uhr', '19:00'],
  ['time', '9 bis 11:30 Uhr', '09:00-11:30'],
  ['time', '19.00', '19:00'],
  ['time', '19-21', '19:00-21:00'],
  ['time', '7 p.m.', '19:00'],
  ['time', 'de 19h à 21h30', '19:00-21:30'],
  ['time', 'a las 19', '19:00'],
  ['time', 'das 19h às 21h', '19:00-21:00'],
  ['time', 'od 19 do 21', '19:00-21:00'],
  ['time', '19時〜21時30分', '19:00-21:30'],
  ['time', '१९ बजे से २१ बजे', '19:00-21:00'],
  ['time', 'از ۱۹ تا ۲۱', '19:00-21:00'],
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
  ['time', '7', /`7` is not a whole time of day; write `7 am`, `7 pm` or `7:00`/],
  ['time', 'halb 8 Uhr', /`halb` is not a time of day/],
  ['time', '7 o’clock', /is not a/],
  ['colour', 'green', /^`green` is no colour; write it as #0a7d5c$/],
  ['chat', 'chat.example.org', /^`chat.example.org` is no full address/],
  ['rsvp', 'javascript:alert(1)', /is no full address/],
])('%s: %s is refused', (topic, typed, problem) =>
  expect(readAnswer(topic, typed)).toEqual({ problem: expect.stringMatching(problem) }),
);

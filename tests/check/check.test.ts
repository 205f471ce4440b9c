import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { reportBuild, reportCheck, temporaryFolder, writeFiles } from '../whole/run.ts';

const site = {
  'site.yaml': 'title: Larkspur Coders\ndescription: We meet.\n',
  'content/index.md': 'We meet by the mill.\n',
};
const footer = (html: string) => `{% extends 'theme/base.njk' %}{% block footer %}${html}{% endblock %}`;

async function check(files: Readonly<Record<string, string>>) {
  const root = temporaryFolder();
  writeFiles(root, { ...site, ...files });
  const [{ lines, status }, built] = [await reportCheck({ root }), await reportBuild({ root })];
  expect(lines).toEqual(expect.arrayContaining(built.lines));
  expect(status).toBe(built.status);
  return lines.filter((line) => !built.lines.includes(line));
}

test('nothing is wrong with the example site', async () => {
  expect(await reportCheck({ root: packageRoot, strict: true })).toMatchObject({ status: 0, lines: [] });
});

test.each<[string, Readonly<Record<string, string>>]>([
  [
    'a page that an error keeps from being made',
    {
      'content/events/maps.md': '---\ntitle: Maps\n---\n',
      'templates/base.njk': footer('<a href="/events/maps/#rivers">Maps</a>'),
    },
  ],
  [
    'a page whose template has an error',
    {
      'content/maps.md': '---\nlayout: maps\n---\n# Maps\n\nRivers. ![A map](map.svg)\n',
      'content/map.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'templates/maps.njk': '{% nothing %}',
      'templates/home.njk': `{% extends 'theme/home.njk' %}{% block footer %}<a href="/maps/#rivers">Maps</a>{% endblock %}`,
    },
  ],
  [
    'what a body, a field and the settings lead to',
    {
      'site.yaml': 'title: x\ndescription: We meet.\nspeak: nope.md\nlogo: nope.svg\n',
      'content/maps.md': '[x](nope.md) ![x](nope.png) [y](#nope) <a href="nope/">z</a>\n',
      'content/events/maps.md': '---\ntitle: Maps\nstart: 2026-12-01\nrsvp: nope/\ndescription: Maps.\n---\n',
    },
  ],
  [
    'what is there',
    {
      'content/maps.md': '# Maps\n\nRivers.\n',
      'templates/base.njk': footer(
        '<a href="#top"></a><a href="/maps"></a><a href="/maps/index.html"></a><a href="/maps.md/../maps/#maps"></a>' +
          '<a href="/%6daps/?x#:~:text=a"></a><a href="tel:1"></a><a href="http://["></a>',
      ),
    },
  ],
])('%s is not said again', async (_, files) => expect(await check(files)).toEqual([]));

test('an address with a broken escape is an address like others', async () => {
  expect(await check({ 'templates/base.njk': footer('<a href="/100%"></a>') })).toEqual([
    'templates/base.njk:1:58 warning[broken-link] `/100%` leads to nothing in this site',
  ]);
});

test('a template without a description in the head', async () => {
  const template = '<!doctype html><title>x</title><main><h1>{{ title }}</h1>{{ entry | content }}</main>';
  expect(await check({ 'templates/home.njk': template })).toEqual([
    'note[no-description] a page has no description in the head',
  ]);
});

test('headings that skip in many files are one note', async () => {
  const files = Array.from({ length: 11 }, (_, index) => [`content/page-${index}.md`, 'Words.\n\n#### Deep\n']);
  expect(await check(Object.fromEntries(files))).toEqual([
    expect.stringMatching(/^content\/page-9\.md:3:6 note\[skipped-heading\]/),
  ]);
});

const talks = (dates: readonly string[], name = (index: number) => `content/events/tea-${index + 1}.md`) =>
  Object.fromEntries(
    dates.map((date, index) => [
      name(index),
      `---\ntitle: Tea ${index + 1}\nstart: ${date}\nseries: Tea\ndescription: Tea.\n---\n\nWe talked.\n`,
    ]),
  );

test.each<[string, Readonly<Record<string, string>>, string[]]>([
  ['yearly events', talks(['2021-05-01', '2022-05-01', '2023-05-01', '2024-05-01']), []],
  [
    'names without an order',
    talks(['2021-05-01', '2020-01-01', '2023-05-01', '2019-05-01', '2022-01-01', '2018-01-01']),
    [],
  ],
  ['months out of order within a year', talks(['2023-05-01', '2023-03-01', '2023-07-01', '2023-08-01']), []],
  [
    'the last with the year before',
    talks(['2025-10-01', '2025-11-01', '2025-12-01', '2025-01-05']),
    [
      'content/events/tea-4.md:3:8 warning[doubtful-year] this event is on 5 January 2025, after one on 1 December 2025',
    ],
  ],
  [
    'names by dates',
    talks(['2026-03-01', '2025-04-01'], (index) => `content/events/2026-0${index + 3}-01-tea.md`),
    [
      'content/events/2026-04-01-tea.md:3:8 warning[doubtful-year] the file’s name says 2026, and the event is on 1 April 2025',
    ],
  ],
])('the years of %s', async (_, files, expected) => expect(await check(files)).toEqual(expected));

import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { projectFiles } from '../../src/init/project.ts';
import type { Answers } from '../../src/init/read.ts';
import { newSite } from '../../src/init/site.ts';
import { texts } from '../../src/init/texts/texts.ts';
import { tables } from '../../src/words/languages.ts';
import { configOf, parsed } from '../support.ts';
import { reportCheck, temporaryFolder, writeFiles } from '../whole/run.ts';

const answers: Answers = {
  name: 'Heron Valley',
  language: 'en',
  timezone: 'Europe/Lisbon',
  place: 'The Old Mill',
  day: 'second Thursday',
  time: '19:00-21:00',
  organizer: 'Ada Example',
  colour: '#0a7d5c',
  chat: 'https://chat.example.org/',
  rsvp: 'https://rsvp.example.org/',
};
const today = Temporal.PlainDate.from('2026-11-20');
const filesFor = (more: Partial<Answers> = {}, url?: string): ReadonlyMap<string, string> =>
  newSite({ answers: { ...answers, ...more }, url, headers: false, today });

/** All that `check` has to say about it, which is all that a build would, and more; not what isn't installed here. */
async function said(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const root = temporaryFolder();
  // Cards take most of the time, and nothing is ever said of one.
  const quick = { 'site.yaml': `${files.get('site.yaml')}cards: false\n` };
  writeFiles(root, { ...Object.fromEntries(files), ...quick });
  const { lines } = await reportCheck({ root });
  return lines.filter((line) => !/^note\[no-\w+-library\]/.test(line));
}

test('every language of the theme has texts', () => expect(Object.keys(texts)).toEqual(Object.keys(tables)));

test.each(Object.keys(texts))('in %s there is nothing to find fault with', async (language) => {
  expect(await said(filesFor({ language }, 'https://example.org/'))).toEqual([]);
});

test('a variety of a language has the texts of the language', () => {
  const files = filesFor({ language: 'pt-BR' });
  expect(files.get('content/about.md')).toContain(texts.pt!.about.title);
  expect(files.get('site.yaml')).toContain('language: pt-BR');
});

test.each([
  'C# "Köln": *emoji* 🎉',
  "L'atelier: #5 - {x: y}",
  '[a](b) <script>',
  '# no comment',
  'null',
  '2026',
  '- a list',
  '@home & `code` | %',
  '🎉',
  'two\nlines',
  '{% tag %} {{ name }}',
  '../../escape',
  'Index',
  'Con',
  'far too long '.repeat(30).trim(),
])('%j is as good a name as any', async (name) => {
  const files = filesFor({ name, place: name, organizer: name });
  expect(await said(files)).toEqual([]);
  expect(configOf(files.get('site.yaml')).title).toBe(name);
  for (const kind of ['venues', 'people']) {
    const path = [...files.keys()].find((each) => each.startsWith(`content/${kind}/`))!;
    expect(path).not.toContain('..');
    expect(parsed(`${kind}/x.md`, files.get(path)!).value.fields).toMatchObject({ name });
  }
});

describe('the first event', () => {
  const eventIn = (files: ReadonlyMap<string, string>) =>
    [...files].find(([path]) => path.startsWith('content/events/'))!;

  test('is on the next day of the rule, from which the series counts', () => {
    const files = filesFor();
    const [path, text] = eventIn(files);
    expect(path).toBe('content/events/2026-12-10-first-evening.md');
    expect(text).toContain('start: 2026-12-10 19:00\nend: 21:00\nvenue: the-old-mill\nseries: Regular evening\n');
    const [series] = configOf(files.get('site.yaml')).series;
    expect(series?.terms).toMatchObject([{ rule: { value: { text: 'FREQ=MONTHLY;BYDAY=2TH' } } }]);
    expect(String(series?.terms[0]?.anchor)).toBe('2026-12-10');
  });

  test('is in four weeks where there is no rule', async () => {
    const files = filesFor({ day: '' });
    expect(eventIn(files)[0]).toBe('content/events/2026-12-18-first-evening.md');
    expect(files.get('site.yaml')).not.toContain('series');
    expect(await said(files)).toEqual([]);
  });
});

test('what is left empty is left out', async () => {
  const files = filesFor({ place: '', organizer: '', colour: '', chat: '', rsvp: '', time: '' });
  expect([...files.keys()].filter((path) => /venues|people/.test(path))).toEqual([]);
  expect(files.get('site.yaml')).not.toMatch(/accent|chat:|venue|time:/);
  expect(await said(files)).toEqual([]);
});

test('the project installs what it is told to, and keeps what can be made again out of Git', () => {
  const files = projectFiles('file:../meetpress.tgz', 'netlify');
  expect(JSON.parse(files.get('package.json')!)).toMatchObject({
    private: true,
    scripts: { dev: 'meetpress dev', build: 'meetpress build', check: 'meetpress check', new: 'meetpress new' },
    dependencies: { meetpress: 'file:../meetpress.tgz' },
  });
  expect(files.get('.gitignore')!.split('\n')).toEqual(['node_modules/', 'dist/', '.meetpress/', '']);
  expect(files.get('README.md')).toContain('Netlify publishes');
});

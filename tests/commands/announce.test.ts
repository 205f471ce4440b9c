import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type AnnounceFlags, announce } from '../../src/commands/announce.ts';
import { now, recorder, temporaryFolder, writeFiles } from '../whole/run.ts';

const files = {
  'site.yaml': 'url: https://lantern.example/\nsearch: false\n',
  'content/events/wicks.md': '---\ntitle: Wicks\nstart: 2027-01-12 19:00\n---\n',
};

function run(event: string, flags: AnnounceFlags = {}, more: Readonly<Record<string, string>> = {}) {
  const root = temporaryFolder();
  writeFiles(root, { ...files, ...more });
  const { io, said } = recorder();
  return { code: announce(event.replace('ROOT', root), { root, now, ...flags }, io), ...said() };
}

test('for one place only the text is printed', () => {
  const { code, out, err } = run('next', { for: 'bluesky' });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^Wicks\n\nWhen: .*\nDetails: https:\/\/lantern\.example\/events\/wicks\/\n$/s);
});

test('several places have headings', () => {
  const { out } = run('wicks', { for: 'discord, Slack' });
  expect(out).toMatch(
    /^──── Discord \(\d+ of 2000\) ────\n\n# Wicks\n.*\n\n──── Slack \(\d+ of 4000\) ────\n\n\*Wicks\*\n/s,
  );
  expect(run('wicks').out.match(/^────/gm)).toHaveLength(9);
});

test('a path may be as a shell completes it', () => {
  expect(run(join('ROOT', 'content/events/wicks.md'), { for: 'plain' }).code).toBe(0);
});

test('programs get a list', () => {
  const { out } = run('wicks', { for: 'luma', moment: 'today', format: 'json' });
  const [{ text, length, ...rest }] = JSON.parse(out);
  expect(rest).toEqual({ place: 'luma', moment: 'today', limit: null, leftOut: [] });
  expect(length).toBe(text.length);
});

test('what a place has no room for is named, and beside the text only', () => {
  const talks = Array.from({ length: 5 }, (_, at) => `  - title: "${'long \\e[31m '.repeat(9)}${at}"\n`).join('');
  const long = `---\ntitle: Wicks\nstart: 2027-01-12 19:00\ntalks:\n${talks}---\n`;
  const files = { 'content/events/wicks.md': long };
  const { out, err } = run('wicks', { for: 'bluesky,luma' }, files);
  expect(out).not.toContain('left out');
  expect(err).toMatch(/^note: Bluesky has no room for all; cut or left out: “long [^\n]*…”, [^\n]* and \d+ more\n$/);
  expect(err).not.toMatch(/[^\n\P{Cc}]/u);
  const said = run('wicks', { for: 'bluesky,luma', format: 'json' }, files);
  const [{ text, leftOut }, luma] = JSON.parse(said.out);
  expect([said.err, luma.leftOut]).toEqual(['', []]);
  for (const words of leftOut) expect(text).not.toContain(words);
  expect(leftOut.join()).toContain('long');
});

test('without the site’s address it says what is missing', () => {
  const { code, err } = run('wicks', { for: 'plain' }, { 'site.yaml': 'search: false' });
  expect(code).toBe(0);
  expect(err).toContain('warning: nothing here leads to the event’s page');
});

test('a link that leads nowhere is told, with its place', () => {
  const body = '---\ntitle: Wicks\nstart: 2027-01-12 19:00\n---\nSee [this](nowhere.md).\n';
  const { code, err } = run('wicks', { for: 'plain' }, { 'content/events/wicks.md': body });
  expect(code).toBe(0);
  expect(err).toContain('content/events/wicks.md:5:12');
});

test('a site with an error announces nothing', () => {
  const { code, out, err } = run('wicks', {}, { 'content/events/oil.md': '---\ntitle: Oil\nstart: 2027-02-30\n---\n' });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('error[bad-date]');
});

test('a template with an error announces nothing', () => {
  const { code, out, err } = run(
    'wicks',
    { for: 'plain' },
    { 'templates/announce/announcement.njk': '{{ x | nope }}' },
  );
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('templates/announce/announcement.njk');
});

test.each([
  ['wick', {}, 'there is no event `wick`; did you mean `wicks`?'],
  ['last', {}, 'no event is over yet'],
  ['wicks', { for: 'discrod' }, '--for: `discrod` is not known; did you mean `discord`?'],
  ['wicks', { moment: 'soon' }, '--moment: `soon` is not known; choose announcement, week, day, today or thanks'],
] as const)('%s %j is a wrong call', (event, flags, message) => {
  expect(() => run(event, flags)).toThrow(message);
});

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBuild, createCheck, problemsOf, problemsOfDiagnostics, problemsOfPaths } from '../../fuzz/check.ts';
import { dangersIn } from '../../fuzz/dangers.ts';
import { createGenerate, sorts } from '../../fuzz/inputs.ts';
import { marker } from '../../fuzz/pick.ts';
import { shrink } from '../../fuzz/shrink.ts';
import { themeOf } from '../../fuzz/theme.ts';
import { checkWritten } from '../../fuzz/written.ts';
import { diagnose } from '../../src/diagnostics/diagnostic.ts';
import { packageRoot } from '../../src/package-root.ts';
import { filesOf } from '../support.ts';

/** A short run of what `npm run fuzz` does for as long as one likes. */
const seed = 20_261_120;
const count = 200;
const theme = themeOf(packageRoot);
const generate = createGenerate([join(packageRoot, 'content'), join(packageRoot, 'tests/cases')]);

describe.each(sorts)('sites that are %s', (sort) => {
  const inputs = Array.from({ length: count }, (_, index) => generate(sort, seed, index));

  test.each([false, true])('give what can be read, untrusted: %s', (untrusted) => {
    const check = createCheck(theme);
    const found = inputs.flatMap((contents, index) =>
      check({ contents, untrusted }).map((problem) => `input ${index}: ${problem}`),
    );
    expect(found).toEqual([]);
  });

  test('give files below the output folder, and nowhere else', () => {
    const check = checkWritten(theme);
    expect(inputs.slice(0, 25).flatMap((contents) => check({ contents, untrusted: true }))).toEqual([]);
  });

  test('are the same for the same seed', () => {
    expect(generate(sort, seed, 7)).toEqual(inputs[7]);
    expect(generate(sort, seed + 1, 7)).not.toEqual(inputs[7]);
  });
});

test('the structured ones reach what there is to be reached', () => {
  const build = createBuild(theme);
  const tried = count / 2;
  const built = Array.from({ length: tried }, (_, index) => build(filesOf(generate('structured', seed, index)), false));
  const sound = built.filter(({ diagnostics }) => diagnostics.every(({ severity }) => severity !== 'error'));
  expect(sound.length).toBeGreaterThan(tried / 20);
  const paths = built.flatMap(({ outputs }) => outputs.map(({ path }) => path));
  for (const part of [
    'events/',
    'posts/',
    'people/',
    'venues/',
    'sponsors/',
    'tags/',
    '.ics',
    'feed.xml',
    'events.json',
  ])
    expect(paths.filter((path) => path.includes(part)).length, part).toBeGreaterThan(3);
  const codes = new Set(built.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
  expect(codes.size).toBeGreaterThan(30);
});

const file = (path: string, text: string) => ({ path, content: Buffer.from(text) });

describe('it would notice', () => {
  test.each([
    `<script>${marker}</script>`,
    `<script src="//evil.example/x.js"></script>`,
    `<img src=x onerror=${marker}>`,
    `<a href="java\nscript:${marker}">x</a>`,
    `<svg><a xlink:href="javascript:${marker}">x</a></svg>`,
    `<svg><animate values="javascript:${marker}"/></svg>`,
    `<iframe srcdoc="&lt;script>${marker}"></iframe>`,
    `<template><img src=x onerror=${marker}></template>`,
    `<meta http-equiv="refresh" content="0; url=javascript:${marker}">`,
    `<object data="x"></object>`,
    '<base href="//evil.example/">',
  ])('%s', (html) => {
    const page = (content: string) => file('index.html', `<!doctype html><p>MEETPRESSFUZZ ${content}`);
    expect(problemsOf(page(html), true)).toContainEqual(expect.stringMatching(/^danger: index\.html: /));
    expect(problemsOf(page(html), false)).toEqual([]);
  });

  test('and what is harmless is none', () => {
    const harmless = `<script src="/name/assets/theme/moments.js"></script><p title="onload=${marker}">&lt;script>${marker}</p>
      <a href="https://a.example/?javascript:${marker}">x</a><script type="application/ld+json">{"a": "${marker}"}</script>`;
    expect(dangersIn(harmless)).toEqual([]);
  });

  test.each([
    ['x.json', '{'],
    ['x.xml', '<a>&nbsp;</a>'],
    ['x.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n'],
    ['x.ics', `BEGIN:VCALENDAR\r\nX-A:${'a'.repeat(80)}\r\nEND:VCALENDAR\r\n`],
    ['x.html', '<!doctype html><script type="application/ld+json">{</script>'],
    ['x.html', '<!doctype html><a href="\u00013\u0002">'],
  ])('%s that is %j', (path, content) => {
    expect(problemsOf(file(path, content), false)).toHaveLength(1);
  });

  test.each(['../x', 'a/../../x', '/x', 'a//b', 'a\\b', 'a\nb', 'C:/x', '.git/x', 'e\u0301'])('the path %j', (path) => {
    expect(problemsOfPaths([file(path, '')])).not.toEqual([]);
  });

  test('a place that is none', () => {
    const at = { path: 'site.yaml', line: 2, column: 1, length: 1 };
    const problem = diagnose({ code: 'bad-date', message: 'no date' }, at);
    expect(problemsOfDiagnostics([problem], { 'site.yaml': 'a\nb' })).toEqual([]);
    expect(problemsOfDiagnostics([problem], { 'site.yaml': 'a' })).toHaveLength(1);
  });
});

test('what shows a problem is made smaller for as long as it does', async () => {
  const contents = {
    'content/a.md': 'nothing\n',
    'content/b.md': 'one\ntwo\nxx needle yy\nthree\n',
    'site.yaml': 'title: A',
  };
  const shows = async (each: typeof contents) => each['content/b.md']?.includes('needle') === true;
  expect(await shrink(contents, shows as never, 20)).toEqual({ 'content/b.md': 'needle' });
});

import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { CommanderError } from 'commander';
import { beforeAll, describe, expect, test } from 'vitest';
import { exitCodes, WrongCall } from '../../src/commands/io.ts';
import { makeNew } from '../../src/commands/new.ts';
import { type Installed, install } from '../whole/package.ts';
import { readTree, recorder, reportBuild, temporaryFolder, writeFiles } from '../whole/run.ts';
import { enter, interrupt, openTerminal } from './terminal.ts';

let meetpress: Installed;
beforeAll(() => {
  meetpress = install();
});

const now = '2026-11-20T12:00:00Z';

/** Without what takes long and is nothing to a new file. */
const site: Readonly<Record<string, string>> = {
  'site.yaml': `title: Heron Valley
cards: false
search: false
timezone: Europe/Berlin
series:
  - { name: Tea Talks, rule: FREQ=MONTHLY;BYDAY=1TU, start: 2026-01-06, time: 19:00-21:00, venue: old-mill }
`,
  'content/venues/old-mill.md': '---\nname: The Old Mill\n---\n',
  'content/people/ada.md': '---\nname: Ada Example\n---\n',
  'content/events/2026-12-01-oolong.md':
    '---\ntitle: Oolong\nstart: 2026-12-01 19:00\nvenue: old-mill\nseries: Tea Talks # monthly\n---\n\nSoup.\n',
};

function newSite(): string {
  const root = temporaryFolder();
  writeFiles(root, site);
  return root;
}

/** The files that are not as they were at first. */
function changedIn(root: string): Record<string, string> {
  const texts = [...readTree(root)].map(([path, bytes]) => [path, `${bytes}`] as const);
  return Object.fromEntries(texts.filter(([path, text]) => site[path] !== text));
}

const cli = (): string => join(meetpress.folder, 'lib/cli.js');
const argsFor = (root: string, args: readonly string[]) => ['new', ...args, '--root', root, '--now', now];

/** Runs it without a terminal. What it prints is given as from within the site's folder. */
async function run(root: string, args: readonly string[], input = '') {
  const { io, said } = recorder();
  const stdin = Readable.from([Buffer.from(input)]);
  const ended = async (): Promise<number> => {
    try {
      return await makeNew(argsFor(root, args).slice(1), io, stdin);
    } catch (error) {
      if (error instanceof WrongCall) io.err(`error: ${error.message}\n`);
      else if (!(error instanceof CommanderError)) throw error;
      return exitCodes.wrongCall;
    }
  };
  const status = await ended();
  const { out, err } = said();
  return { status, out: out.replaceAll(`${relative(process.cwd(), root)}/`, ''), err };
}

const send = (root: string, thing: string, fields: unknown, ...args: string[]) =>
  run(root, [thing, '--stdin', ...args], JSON.stringify(fields));

describe('without a terminal', () => {
  test('the next date of the series is the default, and each speaker without a file gets one', async () => {
    const root = newSite();
    const args = [
      '--title',
      'Puerh',
      '--talk',
      'Pouring: how',
      '--speaker',
      'Ada Example',
      '--speaker',
      'Grace Hopper',
    ];
    expect(await run(root, ['event', ...args])).toEqual({
      status: 0,
      out: 'content/events/2027-01-05-puerh.md\ncontent/people/grace-hopper.md\n',
      err: '',
    });
    expect(changedIn(root)).toEqual({
      'content/events/2027-01-05-puerh.md': `---
title: Puerh
start: 2027-01-05 19:00
end: 2027-01-05 21:00
venue: old-mill
talks:
  - title: 'Pouring: how'
    speakers:
      - Ada Example
      - Grace Hopper
series: Tea Talks
---
`,
      'content/people/grace-hopper.md': '---\nname: Grace Hopper\n---\n',
    });
    expect((await reportBuild({ root, strict: true })).lines).toEqual([]);
  });

  test.each([
    [['person', '--name', 'Zoë Ångström', '--github', 'zoe', '--body', 'Draws maps.'], 'people/zoë-ångström'],
    [['venue', '--name', 'Shed 9', '--geo', '50.9, 6.9'], 'venues/shed-9'],
    [['sponsor', '--name', 'Bell & Co', '--url', 'https://bell.example'], 'sponsors/bell-and-co'],
    [['post', '--title', 'What we heard', '--author', 'ada'], 'posts/2026-11-20-what-we-heard'],
    [['post', '--title', 'Later', '--date', '2026-12-24', '--draft'], 'posts/2026-12-24-later'],
    [['page', '--title', 'Index'], 'index-page'],
    [['page', '--title', '../../up'], 'up'],
    [['page', '--title', 'Con', '--order', '2'], 'con-page'],
  ])('%j', async (args, path) => {
    const root = newSite();
    expect(await run(root, args as string[])).toEqual({ status: 0, out: `content/${path}.md\n`, err: '' });
    expect((await reportBuild({ root, drafts: true })).lines.filter((line) => line.includes(path as string))).toEqual(
      [],
    );
  });

  test('a picture given by its path is copied beside the file', async () => {
    const root = newSite();
    const from = temporaryFolder();
    writeFiles(from, { 'My Face.PNG': 'not really' });
    const ran = await run(root, ['person', '--name', 'Zoe', '--avatar', join(from, 'My Face.PNG')]);
    expect(ran).toEqual({ status: 0, out: 'content/people/zoe/index.md\ncontent/people/zoe/my-face.png\n', err: '' });
    expect(changedIn(root)).toEqual({
      'content/people/zoe/index.md': '---\nname: Zoe\navatar: my-face.png\n---\n',
      'content/people/zoe/my-face.png': 'not really',
    });
  });

  test('a talk is added to an event’s file, and nothing else there changes', async () => {
    const root = newSite();
    const ran = await run(root, [
      'talk',
      '--event',
      'content/events/2026-12-01-oolong.md',
      '--title',
      'Leaves',
      '--speaker',
      'Ada Example',
    ]);
    expect(ran).toEqual({ status: 0, out: 'content/events/2026-12-01-oolong.md\n', err: '' });
    expect(changedIn(root)).toEqual({
      'content/events/2026-12-01-oolong.md': `---
title: Oolong
start: 2026-12-01 19:00
venue: old-mill
series: Tea Talks # monthly
talks:
  - title: Leaves
    speakers: Ada Example
---

Soup.
`,
    });
  });

  test.each<[string, readonly string[], RegExp]>([
    ['nothing to ask', ['event'], /^error: --title is missing\n$/],
    ['no thing', [], /^error: the thing to make \(event, .* or page\) is missing\n$/],
    ['an unknown thing', ['evnet'], /`evnet` is nothing to make; did you mean event\?/],
    ['a misspelt flag', ['event', '--titel', 'x'], /unknown option '--titel'\n\(Did you mean --title\?\)/],
    [
      'a bad date',
      ['event', '--title', 'x', '--start', '2026-13-12'],
      /^error: --start: there is no month 13; did you/,
    ],
    ['another weekday', ['event', '--title', 'x', '--start', 'Monday, December 10, 2026'], /--start: .* is a Thursday/],
    ['no picture', ['person', '--name', 'x', '--avatar', '/etc/passwd'], /--avatar: \/etc\/passwd is no picture/],
    ['a picture that is not there', ['person', '--name', 'x', '--avatar', '/x.png'], /there is no file \/x\.png/],
    [
      'somebody who has a file',
      ['person', '--name', 'Ada Example'],
      /^error: content\/people\/ada\.md is there already/,
    ],
    ['an event that is not there', ['talk', '--title', 'x', '--event', 'nope'], /--event: there is no event `nope`/],
    ['a mistyped event', ['talk', '--title', 'x', '--event', 'oolnog'], /did you mean `oolong`\?/],
    ['no event', ['talk', '--title', 'x'], /^error: --event is missing\n$/],
    ['a permalink that goes up', ['page', '--title', 'x', '--permalink', '../x'], /goes up by `\.\.`/],
  ])('%s is a wrong call, and nothing is written', async (_, args, message) => {
    const root = newSite();
    const { status, out, err } = await run(root, args);
    expect({ status, out, changed: changedIn(root) }).toEqual({ status: 2, out: '', changed: {} });
    expect(err).toMatch(message);
  });

  test('never overwrites', async () => {
    const root = newSite();
    const args = ['event', '--title', 'Oolong', '--start', '2026-12-01 19:00', '--speaker', 'Grace Hopper'];
    expect(await run(root, args)).toMatchObject({
      status: 2,
      err: expect.stringContaining('2026-12-01-oolong.md is there'),
    });
    expect(changedIn(root)).toEqual({});
  });

  test('a name is written as in its file, and one without a file gets one, whatever it names', async () => {
    const root = newSite();
    const names = ['--venue', 'The Shed', '--speakers', 'ada  EXAMPLE, eve-smith', '--sponsors', 'Bell & Co'];
    const args = ['event', '--title', 'Puerh', '--start', '2027-03-04 19:00', '--talk', 'x', ...names];
    expect(await run(root, args)).toMatchObject({ status: 0, err: '' });
    const { 'content/events/2027-03-04-puerh.md': event, ...others } = changedIn(root);
    expect(event).toContain('    speakers:\n      - Ada Example\n      - eve-smith\n');
    expect(others).toEqual({
      'content/people/eve-smith.md': '---\nname: Eve Smith\n---\n',
      'content/venues/the-shed.md': '---\nname: The Shed\n---\n',
      'content/sponsors/bell-and-co.md': '---\nname: Bell & Co\n---\n',
    });
    expect((await reportBuild({ root, strict: true })).lines).toEqual([]);
  });

  test('a name nearly that of somebody known is written, and warned of', async () => {
    const root = newSite();
    const told = '`Ada Exampel` had no file and gets one; did you mean `Ada Example`?';
    const ran = await send(root, 'event', { title: 'x', hosts: ['Ada Exampel'] }, '--format', 'json');
    expect({ ...ran, out: JSON.parse(ran.out) }).toEqual({
      status: 0,
      out: { files: ['content/events/2027-01-05-x.md', 'content/people/ada-exampel.md'], warnings: [told] },
      err: `warning: ${told}\n`,
    });
  });

  test('names that begin alike share no file', async () => {
    const root = newSite();
    const names = ['Elder', 'Youngest'].map((end) => `${'Wolfeschlegelstein '.repeat(4)}${end}`);
    const ran = await run(root, ['event', '--title', 'x', '--host', 'old-mill', '--hosts', names.join()]);
    expect(ran).toMatchObject({ status: 0, err: '' });
    const made = Object.entries(changedIn(root)).filter(([path]) => path.startsWith('content/people/'));
    expect(made.map(([, text]) => text).sort()).toEqual(names.map((name) => `---\nname: ${name}\n---\n`).sort());
    expect((await reportBuild({ root, strict: true })).lines).toEqual([]);
  });

  test('an error in site.yaml is told, as its dates may be missed', async () => {
    const root = newSite();
    writeFiles(root, { 'site.yaml': 'series: [' });
    expect(await run(root, ['page', '--title', 'x'])).toMatchObject({
      status: 0,
      err: expect.stringMatching(/^warning: there is an error in site\.yaml/),
    });
  });

  test('a folder without a site is left alone', async () => {
    const root = temporaryFolder();
    expect(await run(root, ['page', '--title', 'x'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('no site'),
    });
    expect([...readTree(root)]).toEqual([]);
  });
});

describe('what a form sends as JSON', () => {
  test('is written with its lines and signs, whatever they are', async () => {
    const root = newSite();
    const title = '"]}\'\n---\nlayout: page\n# @`|>%';
    const talk = {
      event: '2026-12-01-oolong',
      title,
      speaker: [{ name: '- x', github: 'x' }],
      abstract: 'one\r\n\r\ntwo',
    };
    const ran = await send(root, 'talk', { ...talk, slides: '' }, '--format', 'json');
    expect({ ...ran, out: JSON.parse(ran.out) }).toEqual({
      status: 0,
      out: { files: ['content/events/2026-12-01-oolong.md'], warnings: [] },
      err: '',
    });
    expect(changedIn(root)['content/events/2026-12-01-oolong.md']).toContain(
      '    abstract: |-\n      one\n\n      two\n',
    );
    expect((await reportBuild({ root })).lines).toEqual([]);
  });

  test('may hold an event with its talks', async () => {
    const root = newSite();
    const fields = { name: 'Puerh', talks: [{ title: 'A', speakers: 'Eve' }, { title: 'B' }], body: '# Hello\n' };
    expect(await send(root, 'event', fields, '--draft')).toMatchObject({ status: 0, err: '' });
    const made = changedIn(root);
    expect(Object.keys(made)).toEqual(['content/events/2027-01-05-puerh.md', 'content/people/eve.md']);
    expect(made['content/events/2027-01-05-puerh.md']).toMatch(/^---\nname: Puerh\ndraft: true\n.*---\n\n# Hello\n$/s);
  });

  test.each<[string, string, unknown, RegExp]>([
    ['a field nobody knows', 'event', { title: 'x', descripton: 'y' }, /descripton: .* did you mean `description`/],
    ['another field nobody knows', 'page', { title: 'x', wombat: 1 }, /wombat: this is no field of a page/],
    ['a talk’s field of an event', 'event', { title: 'x', speakers: 'y' }, /speakers: .* belongs to one under `talks`/],
    ['an unknown field of a talk', 'event', { title: 'x', talks: [{ title: 'y', wombat: 1 }] }, /no field of a talk/],
    [
      'a prototype',
      'event',
      { title: 'x', talks: [JSON.parse('{ "title": "y", "__proto__": { "a": 1 } }')] },
      /__proto__: this is no field of a talk/,
    ],
    [
      'a picture by a path',
      'person',
      { name: 'x', avatar: '../../../etc/passwd.png' },
      /avatar: .* only by its address/,
    ],
    ['an event elsewhere', 'talk', { title: 'x', event: '../../etc/passwd' }, /event: there is no event/],
    ['a page as a post', 'post', { title: 'x', layout: 'page' }, /layout: .* another kind/],
    ['a body of a talk', 'talk', { title: 'x', body: 'y' }, /body: .* its text is `abstract`/],
    ['no object', 'event', [1], /has to be an object/],
    ['a title that is none', 'event', { title: { a: 1 } }, /title: `title` is text/],
    ['a body that is none', 'page', { title: 'x', body: [1] }, /body: this has to be text/],
    ['a nest', 'page', JSON.parse(`${'{"extra":'.repeat(50)}1${'}'.repeat(50)}`), /nested more than/],
    ['far too much', 'page', { title: 'x', body: 'y'.repeat(300_000) }, /more than 256 kB/],
  ])('is refused for %s', async (_, thing, fields, message) => {
    const root = newSite();
    const { status, out, err } = await send(root, thing, fields);
    expect({ status, out, changed: changedIn(root) }).toEqual({ status: 2, out: '', changed: {} });
    expect(err).toMatch(message);
  });

  test('leaves the folder by no link', async () => {
    const root = newSite();
    const elsewhere = temporaryFolder();
    symlinkSync(elsewhere, join(root, 'content/posts'));
    expect(await send(root, 'post', { title: 'x' })).toMatchObject({
      status: 2,
      err: expect.stringContaining('outside'),
    });
    expect([...readTree(elsewhere)]).toEqual([]);
  });

  test('has to be JSON', async () => {
    const root = newSite();
    expect(await run(root, ['event', '--stdin'], '{')).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^error: --stdin: this is no JSON/),
    });
  });
});

/** The questions for a new event, and answers to them. */
const evening = [
  ['What do you want to make?', enter],
  ['What is the event called?', `Puerh${enter}`],
  ['When does it begin?', enter],
  ['What is the talk called?', `Pouring${enter}`],
  ['Who gives it?', `Grace Hopper${enter}`],
  ['Who else?', enter],
  ['Grace Hopper has no file yet.', enter],
  ['What is their name on GitHub?', `grace${enter}`],
  ['Who are they, in a sentence?', `She pours.${enter}`],
] as const;

const atTerminal = (root: string, args: readonly string[], env?: Readonly<Record<string, string>>) =>
  openTerminal([cli(), ...argsFor(root, args)], env);

test('the program takes JSON from its standard input, and its fields from anywhere behind `new`', () => {
  const root = newSite();
  const args = [cli(), 'new', '--stdin', '--root', root, 'page', '--now', now, '--format=json'];
  const ran = spawnSync(process.execPath, args, { input: '{"title": "Tea"}', encoding: 'utf8' });
  expect(ran).toMatchObject({ status: 0, stdout: '{"files":["content/tea.md"],"warnings":[]}\n', stderr: '' });
  expect(changedIn(root)).toEqual({ 'content/tea.md': '---\ntitle: Tea\n---\n' });
  const help = spawnSync(process.execPath, [cli(), 'new', 'talk', '--help'], { encoding: 'utf8' });
  expect(help).toMatchObject({ status: 0, stdout: expect.stringMatching(/--event <value>.*--speakers <value>/s) });
});

describe('at a terminal', () => {
  test('asks for what is missing, and opens the file in the editor', async () => {
    const root = newSite();
    const terminal = atTerminal(root, [], { EDITOR: 'printf "opened %s;"' });
    for (const [shown, keys] of evening) await terminal.answer(shown, keys);
    const { status, shown } = await terminal.ended;
    expect({ status, shown }).toEqual({ status: 0, shown: expect.stringMatching(/opened \/.*2027-01-05-puerh\.md;/) });
    const made = changedIn(root);
    expect(made['content/events/2027-01-05-puerh.md']).toContain('  - title: Pouring\n    speakers: Grace Hopper\n');
    expect(made['content/people/grace-hopper.md']).toBe('---\nname: Grace Hopper\ngithub: grace\n---\n\nShe pours.\n');
  });

  test('asks only for what is missing', async () => {
    const root = newSite();
    const terminal = atTerminal(root, ['talk', '--title', 'Leaves', '--speaker', 'ada', '--no-open'], {
      EDITOR: 'false',
    });
    await terminal.answer('At which event?', enter);
    await terminal.answer('What is it about?', enter);
    expect((await terminal.ended).status).toBe(0);
    expect(changedIn(root)['content/events/2026-12-01-oolong.md']).toContain('  - title: Leaves\n    speakers: ada\n');
  });

  test('says what is wrong with an answer, and asks again', async () => {
    const root = newSite();
    const terminal = atTerminal(root, ['event', '--talk', 'x', '--no-open'], {});
    await terminal.answer('When does it begin?', `\x15tomorrow${enter}`);
    await terminal.answer('is not a date', `\x152027-03-04${enter}`);
    await terminal.answer('Where is it', enter);
    expect((await terminal.ended).status).toBe(0);
    expect(Object.keys(changedIn(root))).toEqual(['content/events/2027-03-04-x.md']);
  });

  test('offers those it knows, and whoever is nearly called so', async () => {
    const root = newSite();
    const terminal = atTerminal(root, ['event', '--title', 'x', '--no-open']);
    const answers = [
      ['When does it begin?', `2027-03-04${enter}`],
      ['Where is it', `mill${enter}`],
      ['What is the talk called?', `Wu${enter}`],
      ['Who gives it?', `Ada Exampel${enter}`],
      ['Who else?', enter],
      ['Did you mean Ada Example?', enter],
    ] as const;
    for (const [shown, keys] of answers) await terminal.answer(shown, keys);
    expect((await terminal.ended).status).toBe(0);
    expect(changedIn(root)).toEqual({
      'content/events/2027-03-04-x.md':
        '---\ntitle: x\nstart: 2027-03-04\nvenue: The Old Mill\ntalks:\n  - title: Wu\n    speakers: Ada Example\n---\n',
    });
  });

  test('says that a file is there before it asks for more', async () => {
    const root = newSite();
    const terminal = atTerminal(root, ['event']);
    await terminal.answer('What is the event called?', `Oolong${enter}`);
    await terminal.answer('When does it begin?', `2026-12-01${enter}`);
    expect(await terminal.ended).toMatchObject({
      status: 2,
      shown: expect.stringContaining('oolong.md is there already'),
    });
  });

  test('an address where an event is held is where one joins', async () => {
    const root = newSite();
    const terminal = atTerminal(root, ['event', '--title', 'x', '--start', '2027-03-04', '--no-open']);
    await terminal.answer('Where is it', `https://live.example.org/x${enter}`);
    await terminal.answer('What is the talk called?', enter);
    expect((await terminal.ended).status).toBe(0);
    expect(Object.values(changedIn(root))).toEqual([expect.stringContaining('\nonline: https://live.example.org/x\n')]);
  });

  test.each(evening.map(([question], index) => [question, index] as const))(
    'Ctrl-C at “%s” leaves nothing behind',
    async (question, index) => {
      const root = newSite();
      const terminal = atTerminal(root, [], { EDITOR: 'printf opened' });
      for (const [shown, keys] of evening.slice(0, index)) await terminal.answer(shown, keys);
      await terminal.answer(question, interrupt);
      const { status, shown } = await terminal.ended;
      expect({ status, changed: changedIn(root) }).toEqual({ status: 130, changed: {} });
      expect(shown).not.toContain('opened');
      expect(shown).toContain('Nothing was written.');
    },
  );

  test('nobody is asked in continuous integration', async () => {
    const { status, shown } = await atTerminal(newSite(), ['page'], { CI: 'true' }).ended;
    expect({ status, shown }).toEqual({ status: 2, shown: expect.stringContaining('--title is missing') });
  });
});

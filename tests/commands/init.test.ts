import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Ask } from '../../src/asking/ask.ts';
import { type InitFlags, init } from '../../src/commands/init.ts';
import { WrongCall } from '../../src/commands/io.ts';
import { version } from '../../src/version.ts';
import { configOf } from '../support.ts';
import { now, readTree, temporaryFolder, writeFiles } from '../whole/run.ts';

const machine = { locale: 'en-GB', timeZone: 'Europe/London' };

/** Answers by a part of the question, and notes what was asked; the usual is taken for the rest. */
function answering(answers: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const reply = (message: string, initial: string | undefined): string => {
    asked.push(message);
    return Object.entries(answers).find(([part]) => message.includes(part))?.[1] ?? initial ?? '';
  };
  const ask: Ask = {
    interactive: true,
    text: async ({ message, initial }) => reply(message, initial),
    choose: async ({ message, options, initial }) => {
      const answer = reply(message, initial);
      return options.find(({ value }) => value === answer)!.value;
    },
    confirm: async () => false,
  };
  return { ask, asked };
}

async function run(dir: string, flags: InitFlags = {}, { ask } = answering({})) {
  const out: string[] = [];
  const io = { out: (text: string) => void out.push(text), err: () => {}, interactive: false, colour: false };
  const status = await init(dir, { now, ...flags }, io, ask, machine);
  const files = readTree(dir);
  const read = (path: string): string => `${files.get(path)}`;
  return { status, out: out.join(''), paths: [...files.keys()], read, config: configOf(read('site.yaml')) };
}

test('with nothing said it takes what the machine and the folder let one expect', async () => {
  const dir = join(temporaryFolder(), 'heron-valley_meetup');
  const { status, out, paths, read, config } = await run(dir);
  expect(status).toBe(0);
  expect(config).toMatchObject({ title: 'Heron Valley Meetup', language: 'en-GB', timezone: 'Europe/London' });
  expect(paths).toEqual(
    expect.arrayContaining(['content/events/2026-12-10-first-evening.md', '.github/workflows/publish.yml']),
  );
  expect(JSON.parse(read('package.json')).dependencies).toEqual({ meetpress: `^${version}` });
  expect(out).toMatch(
    /^Wrote \d+ files into .*\. What to do next:\n {2}cd .* && npm install\n {2}npm run dev .*\n.*\n$/,
  );
});

test('asks for all that was not said, in order, and writes what was answered', async () => {
  const dialogue = answering({ language: 'de', colour: '#ABC', called: 'Köln: "C#"', published: 'none' });
  const { config, paths } = await run(join(temporaryFolder(), 'x'), { timezone: 'europe/berlin', chat: '' }, dialogue);
  expect(dialogue.asked.map((message) => message.replace(/^.*?(\w+)\?.*$/, '$1'))).toEqual([
    'called',
    'write',
    'meet',
    'meet',
    'time',
    'people',
    'have',
    'evening',
    'published',
  ]);
  expect(config).toMatchObject({ title: 'Köln: "C#"', language: 'de', timezone: 'Europe/Berlin', accent: '#aabbcc' });
  expect(config.chat).toBeUndefined();
  expect(paths.filter((path) => path.startsWith('.github'))).toEqual([]);
});

test('brings what its host and an editor in the browser need', async () => {
  const dir = temporaryFolder();
  const flags = { host: 'netlify', cms: 'owner/name', url: 'https://meetup.example.org' };
  const { config, paths, read } = await run(dir, flags);
  expect(config).toMatchObject({ url: { origin: 'https://meetup.example.org' }, headers: true });
  expect(paths).toEqual(expect.arrayContaining(['netlify.toml', 'content/admin/config.yml']));
  expect(read('content/admin/config.yml')).toContain('owner/name');
});

test('a domain of the group’s own is told to GitHub Pages, and one of GitHub’s is not', async () => {
  const domain = async (url: string) => (await run(temporaryFolder(), { url })).paths.includes('content/CNAME');
  expect(await domain('https://meetup.example.org/')).toBe(true);
  expect(await domain('https://herons.github.io/meetup/')).toBe(false);
});

test('a package that lies in a file is found from the new folder', async () => {
  const root = temporaryFolder();
  writeFiles(root, { 'meetpress.tgz': '' });
  const { read } = await run(join(root, 'my site'), { package: join(root, 'meetpress.tgz') });
  expect(JSON.parse(read('package.json')).dependencies.meetpress).toBe('file:../meetpress.tgz');
});

describe('never overwrites', () => {
  test('goes beside other files', async () => {
    const dir = temporaryFolder();
    writeFiles(dir, { LICENSE: 'MIT', 'content/posts/old.md': '# Old' });
    const { read } = await run(dir);
    expect([read('LICENSE'), read('content/posts/old.md')]).toEqual(['MIT', '# Old']);
  });

  test('asks nobody about a site where there is one', async () => {
    const dir = temporaryFolder();
    writeFiles(dir, { 'site.yaml': 'title: Mine' });
    const dialogue = answering({});
    await expect(run(dir, {}, dialogue)).rejects.toThrow(/^site\.yaml is there already; nothing was written$/);
    expect(dialogue.asked).toEqual([]);
  });

  test('writes nothing where one file is there', async () => {
    const dir = temporaryFolder();
    writeFiles(dir, { 'netlify.toml': 'mine', 'content/about.md': 'mine' });
    const before = readTree(dir);
    const told = new WrongCall('content/about.md, netlify.toml are there already; nothing was written');
    await expect(run(dir, { host: 'netlify' })).rejects.toThrow(told);
    expect(readTree(dir)).toEqual(before);
  });
});

test.each<[InitFlags, RegExp]>([
  [{ colour: 'green' }, /^--colour: `green` is no colour/],
  [{ name: ' ' }, /^--name: it may not be empty$/],
  [{ host: 'geocities' }, /^--host: `geocities` is not known; choose github-pages, netlify, cloudflare or none$/],
  [{ url: 'example.org' }, /^--url: `example.org` is no full address/],
  [{ cms: 'no repository' }, /^--cms: `no repository` is no repository on GitHub/],
  [{ now: 'soon' }, /^--now: `soon` is no instant/],
])('%j is refused before anything is asked', async (flags, message) => {
  const dialogue = answering({});
  const dir = join(temporaryFolder(), 'x');
  await expect(run(dir, flags, dialogue)).rejects.toThrow(message);
  expect(dialogue.asked).toEqual([]);
});

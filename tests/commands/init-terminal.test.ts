import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { configOf } from '../support.ts';
import { type Installed, install } from '../whole/package.ts';
import { readTree, temporaryFolder } from '../whole/run.ts';
import { enter, interrupt, openTerminal } from './terminal.ts';

let meetpress: Installed;
beforeAll(() => {
  meetpress = install();
});

const atTerminal = (folder: string, args: readonly string[] = []) =>
  openTerminal([join(meetpress.folder, 'lib/cli.js'), 'init', folder, '--now', '2026-11-20T12:00:00Z', ...args], {
    LANG: 'en_GB.UTF-8',
    TZ: 'Europe/London',
  });

/** All questions for a new site, and answers to them. */
const dialogue = [
  ['What is the group called?', `Köln: "C#" 🐦${enter}`],
  ['In which language does it write?', enter],
  ['In which time zone does it meet?', `Europe/Berlin${enter}`],
  ['Where does it meet?', `Alte Mühle${enter}`],
  ['On which day of the month does it meet?', `2nd Thu${enter}`],
  ['At what time?', enter],
  ['What is your name', enter],
  ['Which colour', enter],
  ['Where do members chat?', enter],
  ['Where does one sign up', enter],
  ['Where will the site be published?', `\x1b[A${enter}`],
] as const;

test('what is typed is the answer, and Enter takes what is usual', async () => {
  const folder = join(temporaryFolder(), 'my-meetup');
  const terminal = atTerminal(folder);
  for (const [shown, keys] of dialogue) await terminal.answer(shown, keys);
  expect((await terminal.ended).status).toBe(0);
  const files = readTree(folder);
  const config = configOf(`${files.get('site.yaml')}`);
  expect(config).toMatchObject({ title: 'Köln: "C#" 🐦', language: 'en-GB', timezone: 'Europe/Berlin' });
  expect(`${files.get('content/events/2026-12-10-first-evening.md')}`).toContain(
    'start: 2026-12-10 19:00\nend: 21:00\n',
  );
  expect([...files.keys()].filter((path) => path.startsWith('.github'))).toEqual([]);
});

test('says what is wrong with an answer, asks again, and takes no for one', async () => {
  const folder = join(temporaryFolder(), 'x');
  const usual = ['name', 'language', 'timezone', 'place', 'organizer', 'colour', 'chat', 'rsvp'];
  const said = { name: 'X', language: 'en', timezone: 'UTC' } as Readonly<Record<string, string>>;
  const terminal = atTerminal(folder, [...usual.map((topic) => `--${topic}=${said[topic] ?? ''}`), '--host', 'none']);
  await terminal.answer('On which day of the month does it meet?', `sometimes${enter}`);
  await terminal.answer('`sometimes` is no day of the month; write it like', `\x15none${enter}`);
  await terminal.answer('At what time?', `None${enter}`);
  expect((await terminal.ended).status).toBe(0);
  expect(`${readTree(folder).get('site.yaml')}`).not.toContain('\nseries:');
  expect(`${readTree(folder).get('content/events/2026-12-18-first-evening.md')}`).toContain('start: 2026-12-18\n');
});

describe('leaves nothing behind', () => {
  test.each(dialogue.map(([question], index) => [question, index] as const))('at “%s”', async (question, index) => {
    const folder = join(temporaryFolder(), 'my-meetup');
    const terminal = atTerminal(folder);
    for (const [shown, keys] of dialogue.slice(0, index)) await terminal.answer(shown, keys);
    await terminal.answer(question, interrupt);
    const { status, shown } = await terminal.ended;
    expect({ status, there: existsSync(folder) }).toEqual({ status: 130, there: false });
    expect(shown).toContain('Nothing was written.');
  });
});

import { expect, test } from 'vitest';
import { dev } from '../../src/commands/dev.ts';
import { now, temporaryFolder, writeFiles } from '../whole/run.ts';

test('the wish to end it is heard from the moment it says where the site is', async () => {
  const root = temporaryFolder();
  writeFiles(root, { 'content/index.md': '# Heron Valley\n' });
  let listens = false;
  const heard: [string, boolean][] = [];
  const out = (text: string) => void heard.push([text, listens]);
  const ended = async () => {
    listens = true;
  };
  const status = await dev({ root, now, port: '0' }, { out, err: out, interactive: false, colour: false }, ended);
  expect(status).toBe(0);
  expect(heard.find(([text]) => text.startsWith('The site is at '))).toEqual([expect.any(String), true]);
});

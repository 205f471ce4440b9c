import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/commands/kept.ts';
import { isWithin } from '../../src/files.ts';
import { temporaryFolder } from '../whole/run.ts';

test.each([false, true])('what is kept may be sent from its folder; untrusted: %s', (untrusted) => {
  const { store, folder } = openStore(untrusted, temporaryFolder());
  expect(isWithin(folder, store.add('a key', Buffer.from('bytes')))).toBe(true);
});

test('however many are opened, the end of the process is waited for once', () => {
  openStore(true, temporaryFolder());
  const before = process.listenerCount('exit');
  openStore(true, temporaryFolder());
  expect(process.listenerCount('exit')).toBe(before);
});

test('what a stranger’s folder holds is not believed', () => {
  const root = temporaryFolder();
  openStore(false, root).store.add('a key', Buffer.from('bytes'));
  expect(openStore(false, root).store.find('a key')?.startsWith(join(root, '.meetpress'))).toBe(true);
  expect(openStore(true, root).store.find('a key')).toBe(undefined);
});

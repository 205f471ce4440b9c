import { expect, test } from 'vitest';
import { type StatusFlags, status } from '../../src/commands/status.ts';
import { now, recorder, temporaryFolder, writeFiles } from '../whole/run.ts';

async function runStatus(files: Readonly<Record<string, string>>, flags: StatusFlags = {}) {
  const root = temporaryFolder();
  writeFiles(root, files);
  const { io, said } = recorder();
  return { code: await status({ root, now, ...flags }, io), ...said() };
}

const event = '---\ntitle: Maps\nstart: 2026-12-01 19:00\ndraft: true\n---\n';

test('a site is read with its drafts, and much to do is no failure', async () => {
  const { code, out, err } = await runStatus({ 'content/events/maps.md': event });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('  Maps, 1 December 2026\n    ! it is still a draft, which nobody sees\n');
});

test('files with errors are said to be missing', async () => {
  const { code, err } = await runStatus({ 'content/events/maps.md': event.replace('12-01', '18-01') });
  expect({ code, err }).toEqual({
    code: 0,
    err: '1 error in the content may hide something; `meetpress check` says where.\n',
  });
});

test('a folder without content is none of a site', async () => {
  const { code, out, err } = await runStatus({ 'notes.md': '' });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('error[no-content]');
});

test('links that died are those of the last check of at most a month ago; strangers’ word is not taken', async () => {
  const answerOf = (at: string) =>
    JSON.stringify({
      'https://gone.example/': { at: Date.parse(at), answer: { kind: 'gone', reason: 'it says 404' } },
    });
  const filesAt = (at: string) => ({
    'content/about.md': '# About\n\n<https://gone.example/>\n',
    '.meetpress/links.json': answerOf(at),
  });
  const known = await runStatus(filesAt('2026-11-01'));
  expect(known.out).toContain(
    'Links that died\n\n  content/about.md\n    - `https://gone.example/` is gone: it says 404\n',
  );
  const untrusted = { ...filesAt('2026-11-01'), 'site.yaml': 'untrusted: true' };
  for (const files of [filesAt('2026-10-01'), untrusted])
    expect((await runStatus(files)).out).not.toContain('gone.example');
});

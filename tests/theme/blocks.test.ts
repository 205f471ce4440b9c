import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTree, reportBuild, temporaryFolder, writeFiles } from '../whole/run.ts';

const site = {
  'site.yaml': 'title: Reed Bank\nurl: https://reed.example/\n',
  'content/events/bridges.md':
    '---\ntitle: Bridges\nstart: 2026-12-03 19:00\nsponsors: [Ironworks]\ntalks: [{ title: Rivets, speakers: [Mara Lund] }]\n---\n',
};

async function pageOf(path: string, templates: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = temporaryFolder();
  writeFiles(root, { ...site, ...templates });
  const out = join(root, 'dist');
  expect((await reportBuild({ root, out, now: '2026-11-20T12:00:00Z' })).status).toBe(0);
  return `${readTree(out).get(path)}`;
}

test.each([
  ['home', 'next', 'index.html', 'Next event'],
  ['home', 'sponsors', 'index.html', 'With thanks to'],
  ['event', 'ticket', 'events/bridges/index.html', 'class="ticket"'],
  ['event', 'talks', 'events/bridges/index.html', 'id="talk-rivets"'],
  ['event', 'sponsors', 'events/bridges/index.html', 'With thanks to'],
])('of %s, the block %s is replaced or added to by one short file', async (template, block, path, part) => {
  expect(await pageOf(path)).toContain(part);
  const own = (inside: string) => ({
    [`templates/${template}.njk`]: `{% extends "theme/${template}.njk" %}\n{% block ${block} %}${inside}{% endblock %}\n`,
  });
  const replaced = await pageOf(path, own('<p>Ours.</p>'));
  expect(replaced).toContain('<p>Ours.</p>');
  expect(replaced).not.toContain(part);
  const extended = await pageOf(path, own('{{ super() }}<p>Ours.</p>'));
  expect(extended).toContain(part);
  expect(extended).toContain('<p>Ours.</p>');
});

test('the style sheet for blocks is loaded by pages that hold some', async () => {
  const text = (body: string) => ({ 'content/a.md': `# A\n\n${body}\n` });
  expect(await pageOf('a/index.html', text('Words alone.'))).not.toContain('theme/blocks.');
  for (const body of [
    '```\ncode\n```',
    '| a |\n|---|\n| b |',
    '!!! note\n    Words.',
    '- [ ] to do',
    'A[^1]\n\n[^1]: B',
  ])
    expect(await pageOf('a/index.html', text(body)), body).toContain('theme/blocks.');
});

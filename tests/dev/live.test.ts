import { mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/dev/check.ts';
import { createLivePreview, type LivePreview } from '../../src/dev/live.ts';
import { now, temporaryFolder, writeFiles } from '../whole/run.ts';

let live: LivePreview | undefined;
let reports: Report[];
let root: string;
afterEach(() => live?.close());

async function start(poll: boolean): Promise<void> {
  root = temporaryFolder();
  writeFiles(root, {
    'site.yaml': 'title: Group',
    'content/index.md': '# Group\n\n[one](events/one.md)\n',
    'content/events/one.md': '---\nstart: 2026-12-01 19:00\n---\nFirst words.\n',
    'content/posts/2026-01-01-hello.md': 'Hello.\n',
  });
  reports = [];
  live = createLivePreview({
    root,
    poll,
    options: () => ({ now: Temporal.Instant.from(now), drafts: true, overrides: {} }),
    told: (report) => reports.push(report),
    failed: (error) => {
      throw error;
    },
  });
  await expect.poll(() => reports).toHaveLength(1);
}

const path = (name: string): string => join(root, name);
const shown = (address: string): string => {
  const answer = live!.preview.answer(address);
  return answer.kind === 'text' ? `${answer.status} ${answer.text}` : answer.kind;
};
const shows = (address: string, text: string) => expect.poll(() => shown(address)).toContain(text);

describe.each([
  ['by watching', false],
  ['by looking again and again', true],
])('changes are seen %s', (_, poll) => {
  test('a file is written, written in two steps, and renamed over', async () => {
    await start(poll);
    const file = path('content/events/one.md');
    writeFileSync(file, '---\nstart: 2026-12-01 19:00\n---\nSecond words.\n');
    await shows('/events/one/', 'Second words.');
    for (const [pause, words] of [
      [5, 'Third'],
      [30, 'Fourth'],
    ] as const) {
      truncateSync(file);
      await wait(pause);
      writeFileSync(file, `---\nstart: 2026-12-01 19:00\n---\n${words} words.\n`);
      await shows('/events/one/', `${words} words.`);
    }
    writeFileSync(path('content/events/one.tmp'), '---\nstart: 2026-12-01 19:00\n---\nFifth words.\n');
    renameSync(path('content/events/one.tmp'), file);
    await shows('/events/one/', 'Fifth words.');
  });

  test('folders come, go and are renamed', async () => {
    await start(poll);
    mkdirSync(path('content/news/deep'), { recursive: true });
    writeFileSync(path('content/news/deep/a.md'), 'Deep.\n');
    await shows('/news/deep/a/', 'Deep.');
    renameSync(path('content/news'), path('content/olds'));
    await shows('/olds/deep/a/', 'Deep.');
    expect(shown('/news/deep/a/')).toContain('404');
    writeFileSync(path('content/olds/deep/a.md'), 'Deeper.\n');
    await shows('/olds/deep/a/', 'Deeper.');
    rmSync(path('content/olds'), { recursive: true });
    await shows('/olds/deep/a/', '404');
    mkdirSync(path('templates'));
    writeFileSync(path('templates/post.njk'), 'Mine: {{ post.title }}');
    await shows('/posts/2026-01-01-hello/', 'Mine: ');
    rmSync(path('templates/post.njk'));
    await shows('/posts/2026-01-01-hello/', '<html');
  });

  test('hundreds of files at once, some of them gone at once', async () => {
    await start(poll);
    const before = live!.preview.revision;
    for (let each = 0; each < 400; each += 1) {
      writeFileSync(path(`content/posts/${each}.md`), `---\ndate: 2026-01-02\n---\nPost ${each}.\n`);
      if (each % 2) rmSync(path(`content/posts/${each}.md`));
    }
    await shows('/posts/398/', 'Post 398.');
    await expect.poll(() => live!.preview.state.planned.site.posts).toHaveLength(201);
    expect(shown('/posts/399/')).toContain('404');
    // What a burst must not be: a rebuild for each file.
    expect(live!.preview.revision - before).toBeLessThan(20);
  });
});

test('a report tells what changed, how many pages differ, and what a build would say', async () => {
  await start(false);
  expect(reports[0]).toMatchObject({ files: [], pages: reports[0]!.affected, diagnostics: [] });
  writeFileSync(path('content/events/one.md'), '---\nstart: 2026-12-01 19:00\n---\n[gone](gone.md)\n');
  await expect.poll(() => reports).toHaveLength(2);
  expect(reports[1]).toMatchObject({ files: ['content/events/one.md'], diagnostics: [{ code: 'broken-link' }] });
  expect(reports[1]!.affected).toBeGreaterThan(0);
  expect(reports[1]!.affected).toBeLessThan(reports[1]!.pages);
});

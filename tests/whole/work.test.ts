import { appendFileSync, rmSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { expect, test, vi } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { runBuild, temporaryFolder, writeFiles } from './run.ts';
import { watchFiles, watchTemplates } from './work.ts';

const bodies = vi.hoisted((): string[] => []);

vi.mock(import('../../src/markdown/markdown.ts'), async (importOriginal) => {
  const original = await importOriginal();
  return {
    ...original,
    createMarkdown(...options) {
      const render = original.createMarkdown(...options);
      return (text) => {
        bodies.push(text.trim());
        return render(text);
      };
    },
  };
});

// What is compiled has a name, and without one neither bodies are kept nor builds.
vi.mock(import('../../src/bodies/threads.ts'), async (importOriginal) => ({
  ...(await importOriginal()),
  bodyCode: resolve('package.json'),
}));
vi.mock(import('../../src/program-name.ts'), () => ({ nameOfProgram: () => 'program' }));

const site = {
  'site.yaml': 'title: The Reed Bank\nurl: https://reeds.example/\nimages: false\nsearch: false\n',
  'content/index.md': 'Home.\n',
  'content/about.md': '# About\n\nAbout.\n',
  'content/events/one.md':
    '---\ntitle: One\nstart: 2026-10-01 19:00\nvenue: Boathouse\ntalks: [{title: Oars, speakers: [Mara]}]\n---\n\nOne.\n',
  'content/events/two.md': '---\ntitle: Two\nstart: 2026-12-01 19:00\nvenue: Boathouse\ntags: [water]\n---\n\nTwo.\n',
  'content/posts/2026-10-02-report.md': '---\ntitle: Report\nauthors: [Mara]\n---\n\nReport.\n',
  'content/people/mara.md': '---\nname: Mara\n---\n\nMara.\n',
  'content/venues/boathouse.md': '---\nname: Boathouse\n---\n\nBoathouse.\n',
  'assets/plan.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
};
const bodiesOfSite = ['# About\n\nAbout.', 'Boathouse.', 'Home.', 'Mara.', 'One.', 'Report.', 'Two.'];

/** How many files were opened below each folder; the innermost one counts. */
function countIn(paths: readonly string[], folders: Readonly<Record<string, string>>): Record<string, number> {
  const inner = Object.entries(folders).sort(([, a], [, b]) => b.length - a.length);
  const names = paths.map((path) => inner.find(([, folder]) => path.startsWith(folder + sep))?.[0] ?? path);
  return Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((each) => each === name).length]));
}

/**
 * What a build does, counted: no clock is asked, so the numbers are the same on every machine. Where one rises, more is
 * done for the same site than before; where one falls, it is written down here.
 */
test('a build does so much, and not more', async () => {
  const root = temporaryFolder();
  writeFiles(root, site);
  const folders = {
    site: root,
    kept: join(root, '.meetpress'),
    output: join(root, 'dist'),
    record: join(root, 'dist/.meetpress'),
    theme: resolve(packageRoot, 'assets/theme'),
    'built-in templates': resolve(packageRoot, 'templates'),
  };
  const opened = watchFiles(Object.values(folders));
  const templates = watchTemplates();
  const build = async () => {
    for (const list of [bodies, templates, opened.read, opened.written]) list.length = 0;
    expect((await runBuild({ root })).status).toBe(0);
    expect(new Set(templates).size).toBe(templates.length);
    return {
      bodies: [...bodies].sort(),
      templates: templates.length,
      read: countIn(opened.read, folders),
      written: countIn(opened.written, folders),
    };
  };

  const cold = await build();
  const again = await build();
  rmSync(join(root, '.meetpress/last-build'));
  const warm = await build();
  appendFileSync(join(root, 'content/events/two.md'), '\nMore.\n');
  const edited = await build();
  const read = { site: 10, 'built-in templates': 29, theme: 12, record: 4, kept: 2 };
  // What was copied is read once more, for its sum.
  const copies = 5;
  // Each output is compared with what is there.
  const all = { ...read, output: 38 + copies };
  expect({ cold, again, warm, edited }).toEqual({
    cold: {
      bodies: bodiesOfSite,
      templates: 29,
      read: { ...read, output: copies },
      written: { output: 38, record: 2, kept: 4 },
    },
    again: { bodies: [], templates: 0, read: { ...read, record: 2, kept: 1, output: 38 }, written: { record: 1 } },
    warm: { bodies: [], templates: 29, read: all, written: { record: 1, kept: 2 } },
    edited: {
      bodies: ['Two.\n\nMore.'],
      templates: 29,
      // As far as the edit all is asked once more.
      read: { ...all, site: 14 },
      written: { output: 4, record: 1, kept: 4 },
    },
  });
});

import { readFileSync } from 'node:fs';

/** A piece of shell in a page of the documentation that calls the program. */
export interface Block {
  /** The page's path, and the line of the fence, from 1. */
  readonly page: string;
  readonly line: number;
  readonly script: string;
  /** `data-fixture`: the folder that it needs, where it isn't the one that the page's other blocks are run in. */
  readonly fixture: string | undefined;
  /** `data-run`: what it needs that no test has, a `terminal` or the `network`. */
  readonly needs: string | undefined;
}

const fence = /^```sh\b(.*)\n([\s\S]*?)^```$/gm;
const callsProgram = /^(?:npx )?meetpress\b/m;

/** The blocks of a page that call the program at the beginning of a line, in order. */
export function blocksOf(page: string, text = readFileSync(page, 'utf8')): Block[] {
  return [...text.matchAll(fence)].flatMap(({ 1: info = '', 2: script = '', index }) => {
    if (!callsProgram.test(script)) return [];
    const attribute = (name: string): string | undefined => new RegExp(`${name}="([^"]*)"`).exec(info)?.[1];
    const line = text.slice(0, index).split('\n').length;
    return { page, line, script, fixture: attribute('data-fixture'), needs: attribute('data-run') };
  });
}

/**
 * What `meetpress` is while blocks are run: the program itself, and a preview is ended as soon as it has said where it
 * is. It stands in a package of modules.
 */
export const wrapperOf = (node: string, cli: string): string => `#!${node}
import { spawn } from 'node:child_process';
if (process.argv[2] === 'dev') {
  const child = spawn(process.execPath, [${JSON.stringify(cli)}, ...process.argv.slice(2)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (data) => {
    process.stdout.write(data);
    out += data;
    if (out.includes('Ctrl-C ends the preview')) child.kill('SIGINT');
  });
  child.on('close', (code, signal) => process.exit(signal === 'SIGINT' ? 0 : (code ?? 1)));
} else await import(${JSON.stringify(cli)});
`;

const event = `---
title: Taming the retry storm
start: 2026-12-01 19:00
venue: Shed Nine
series: Tea Talks
talks:
  - title: Backing off, politely
    speakers: [bo]
---

Doors open at half past six.
`;
const bo = '---\nname: Bo Sample\n---\n\nBo keeps queues short.\n';
const venue = '---\nname: Shed Nine\n---\n\nA boat shed until 1974.\n';
const post = '---\ntitle: "Taming the *retry* storm: a report"\ndate: 2026-03-03\n---\n\n# Taming\n\nIt rained.\n';

/** Folders in which blocks are run, by name. No link leads out: nothing is asked of the network. */
export const fixtures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  site: {
    'site.yaml':
      'title: Tea Talks\ncards: no\nsearch: no\nurl: https://tea.example/\ntimezone: Europe/Lisbon\nseries:\n  - name: Tea Talks\n    rule: FREQ=MONTHLY;BYDAY=1TU\n    start: 2026-01-06\n    time: 19:00-21:00\n',
    'content/events/2026-10-06-retry-storm.md': event.replace('12-01', '10-06'),
    'content/events/2026-12-01-steeping-queues.md': event.replace('Taming the retry storm', 'Steeping queues'),
    'Pictures/bea.jpg': 'drawn',
    'content/people/bo.md': bo,
    'content/venues/shed-nine.md': venue,
  },
  mkdocs: {
    'docs/index.md': '# Tea Talks\n\n[Join](join.md){ .md-button }\n',
    'docs/join.md': '# Join\n',
    'docs/blog/posts/2026-03-03.md': post,
  },
  'mkdocs-blog': { 'content/blog/posts/2026-03-03.md': post },
  jekyll: { '_posts/2026-03-04-retry-storm.md': event.replace('start: 2026-12-01 19:00', 'date: 2026-03-04 19:15:00') },
  'jekyll-events': { 'content/events/2026-03-04-retry-storm.md': event.replace('12-01', '03-04') },
};

/** What must be there after the blocks of a fixture were run. */
export const results: Readonly<Record<string, string>> = {
  mkdocs: 'content/join.md',
  'mkdocs-blog': 'dist/blog/taming-the-retry-storm-a-report/index.html',
  jekyll: 'content/events/2026-03-04-retry-storm.md',
  'jekyll-events': 'dist/2026/03/04/retry-storm.html',
};

/** Examples of whole files in a page, by the path that the words before each give, below `content/`. */
export const examplesOf = (text: string): { readonly path: string; readonly text: string }[] =>
  [...text.matchAll(/`content\/([^`]+\.md)`[^`]*\n\n```(?:markdown|yaml)\n(---\n[\s\S]*?)^```$/gm)].map(
    ({ 1: path = '', 2: example = '' }) => ({ path, text: example }),
  );

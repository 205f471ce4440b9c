import { existsSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import { type Ask, type Choice, createAsk } from '../asking/ask.ts';
import { refuseThere, writeNew } from '../asking/write-new.ts';
import { parseSiteUrl } from '../config/site-url.ts';
import { projectFiles } from '../init/project.ts';
import { askAll, type Machine, questionsFor } from '../init/questions.ts';
import type { Answers } from '../init/read.ts';
import { newSite } from '../init/site.ts';
import { cmsFiles } from '../publishing/cms.ts';
import { type Host, hosts, publishingFiles, readsHeaders } from '../publishing/publishing.ts';
import { version } from '../version.ts';
import { exitCodes, type Io, WrongCall } from './io.ts';
import { oneOf, readNow } from './options.ts';

/** The options of `init` as they were typed. */
export interface InitFlags extends Partial<Answers> {
  readonly host?: string;
  readonly url?: string;
  readonly cms?: string | true;
  readonly package?: string;
  readonly yes?: boolean;
  readonly now?: string;
}

/**
 * Writes a new site into a folder, which may hold other files. Gives the exit code. Throws `WrongCall`, and `Interrupted`,
 * before anything is written.
 */
export async function init(
  dir: string,
  flags: InitFlags,
  io: Io,
  ask: Ask = createAsk(flags.yes ? false : undefined),
  machine: Machine = Intl.DateTimeFormat().resolvedOptions(),
): Promise<number> {
  const folder = resolve(dir);
  const now = readNow(flags.now, process.env.SOURCE_DATE_EPOCH);
  const url = readUrl(flags.url);
  const repository = readRepository(flags.cms);
  const dependency = readPackage(flags.package, folder);
  const wanted = flags.host === undefined ? undefined : oneOf('--host', flags.host, hosts);
  refuseThere(folder, ['site.yaml', ...projectFiles(dependency, 'none').keys()]);
  const answers = await askAll(questionsFor(basename(folder), machine), flags, ask);
  const host = wanted ?? (await ask.choose(whichHost));
  const files = new Map([
    ...newSite({
      answers,
      url: url?.href,
      headers: readsHeaders(host),
      today: now.toZonedDateTimeISO(answers.timezone).toPlainDate(),
    }),
    ...projectFiles(dependency, host),
    ...publishingFiles({ host, domain: url?.domain }),
    ...(flags.cms ? cmsFiles({ repository, language: answers.language, title: answers.name }) : []),
  ]);
  const { length } = writeNew(folder, files);
  const there = relative(process.cwd(), folder);
  io.out(
    [
      `Wrote ${length} files into ${there || 'this folder'}. What to do next:`,
      `  ${there && `cd ${/^[\w./\\-]+$/.test(there) ? there : JSON.stringify(there)} && `}npm install`,
      '  npm run dev      shows the site while you make the texts in content/ yours',
      '  npm run check    finds mistakes; README.md says how to publish\n',
    ].join('\n'),
  );
  return exitCodes.built;
}

const whichHost: Choice<Host> = {
  message: 'Where will the site be published?',
  initial: 'github-pages',
  options: [
    { value: 'github-pages', label: 'GitHub Pages' },
    { value: 'netlify', label: 'Netlify' },
    { value: 'cloudflare', label: 'Cloudflare Pages' },
    { value: 'none', label: 'on another server, or not yet' },
  ],
};

/** Where the site will live; `domain` is one of the group's own. */
function readUrl(written: string | undefined) {
  if (written === undefined) return undefined;
  const url = parseSiteUrl(written);
  if (!url) throw new WrongCall(`--url: \`${written}\` is no full address, such as https://example.org/name/`);
  const { hostname } = new URL(url.origin);
  return { href: `${url.origin}${url.basePath}`, domain: hostname.endsWith('.github.io') ? undefined : hostname };
}

function readRepository(written: string | true | undefined): string | undefined {
  if (written === undefined || written === true) return undefined;
  if (!/^[\w.-]+\/[\w.-]+$/.test(written))
    throw new WrongCall(`--cms: \`${written}\` is no repository on GitHub, such as owner/name`);
  return written;
}

/** What npm is to install: this version, unless it is another, or lies in a file. */
function readPackage(written: string | undefined, folder: string): string {
  if (written === undefined) return `^${version}`;
  return existsSync(written) ? `file:${relative(folder, resolve(written)).split(sep).join('/')}` : written;
}

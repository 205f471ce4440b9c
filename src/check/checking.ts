import type { Planned } from '../builder.ts';
import type { Entry } from '../content/entry.ts';
import { outputPath } from '../content/permalink.ts';
import type { Files } from '../files.ts';
import { contentsOf } from '../model/contents.ts';
import type { RenderedOutput } from '../output/derived.ts';
import { textOf } from '../output/output.ts';
import type { Route } from '../routes/route.ts';
import { createFind, type Find } from './find.ts';
import { type PageFacts, readPage } from './page.ts';

/** A page of the site as it was rendered. */
export interface Page {
  /** Percent-encoded, without the base path. */
  readonly url: string;
  readonly route: Route;
  /** The file of content that gives it, where it is one. */
  readonly entry: Entry | undefined;
  readonly facts: PageFacts;
}

/** Everything that a check can look at. */
export interface Checking extends Planned {
  readonly files: Files;
  /** The files of content that are part of the site, and those with an error. */
  readonly checked: readonly Entry[];
  readonly pages: readonly Page[];
  /** Every file of the site, by its path below the output folder. */
  readonly outputs: ReadonlyMap<string, RenderedOutput['content']>;
  /** Paths at which there would be something, were it not for what is said elsewhere. Nothing that leads there is a mistake. */
  readonly missing: ReadonlySet<string>;
  readonly find: Find;
}

/** @param outputs of the planned routes, and what their pages brought with them */
export function createChecking(planned: Planned, outputs: readonly RenderedOutput[], files: Files): Checking {
  const { site, routes, incomplete, withheld } = planned;
  const shown = contentsOf(site).flatMap(({ entry }) => entry ?? []);
  const checked = [...shown, ...incomplete];
  const contents = new Map(outputs.map(({ path, content }) => [path, content]));
  const byFile = new Map(shown.map((entry) => [entry.source.path, entry]));
  const pages: Page[] = [];
  const missing = new Set([...incomplete.map(({ url }) => url), ...withheld].map(outputPath));
  for (const route of routes) {
    const { url, path, file = '' } = route;
    const content = contents.get(path);
    // A template with an error gives nothing, and where there is too much the rest isn't rendered: that was said.
    if (content === undefined || (content instanceof Uint8Array && content.length === 0)) missing.add(path);
    else if (path.endsWith('.html') && content instanceof Uint8Array)
      pages.push({ url, route, entry: byFile.get(file), facts: readPage(textOf(content)) });
  }
  return {
    ...planned,
    files,
    checked,
    pages,
    outputs: contents,
    missing,
    find: createFind(checked, files),
  };
}

/** `on /a/, /b/, /c/ and 40 more pages` */
export function onPages(urls: Iterable<string>, most = 3): string {
  const all = [...new Set(urls)];
  const left = all.length - most;
  const more = left > 0 ? ` and ${left} more ${left === 1 ? 'page' : 'pages'}` : '';
  return `on ${all.slice(0, most).join(', ')}${more}`;
}

import type { Temporal } from 'temporal-polyfill';
import { type ConfigOverrides, readConfig } from './config/read.ts';
import type { Entry } from './content/entry.ts';
import { parse } from './content/parse.ts';
import { decodeSource, scan } from './content/scan.ts';
import type { Source } from './content/source.ts';
import type { Diagnostic, Result } from './diagnostics/diagnostic.ts';
import type { Files } from './files.ts';
import { keep, keepLast } from './keep.ts';
import { createMarkdown } from './markdown/markdown.ts';
import { contentsOf } from './model/contents.ts';
import { buildSite } from './model/site.ts';
import type { Site } from './model/values.ts';
import type { Output } from './output/output.ts';
import { createSizeOf } from './render/picture-size.ts';
import { createRenderer, type Renderer } from './render/renderer.ts';
import { type Compiled, createTemplates } from './render/templates.ts';
import { navItems } from './routes/nav.ts';
import { plan } from './routes/plan.ts';
import type { Route } from './routes/route.ts';

export interface BuildOptions {
  readonly now: Temporal.Instant;
  readonly drafts: boolean;
  readonly overrides: ConfigOverrides;
}

/** A site that is ready to be rendered, route by route. */
export interface Planned {
  readonly site: Site;
  readonly routes: readonly Route[];
  readonly renderer: Renderer;
  /** Files with an error in their front matter. They have no page, and their bodies are checked all the same. */
  readonly incomplete: readonly Entry[];
}

export interface Builder {
  /**
   * Reads the content and names the routes. Nothing is rendered yet. What was read and rendered before is taken again
   * where `files` gives the very same bytes, and let go with them.
   */
  plan(files: Files, options: BuildOptions): Result<Planned>;
}

/**
 * Holds the only state there is: what was made of bytes before. Whatever changed in the files is seen by the next
 * `plan`, which makes everything anew from what is kept.
 * @param theme the folder of the built-in `templates/` and `assets/`
 */
export function createBuilder(theme: Files): Builder {
  const compiled: Compiled = new Map();
  const sourceOf = keep(decodeSource);
  const entryOf = keep((source: Source, _: undefined) => parse(source));
  const renderWith = keepLast((untrusted: boolean, quotes: string | undefined) => {
    const render = createMarkdown({ untrusted, quotes });
    return keep((_: Entry, text: string) => render(text));
  });

  return {
    plan(files, { now, drafts, overrides }) {
      const config = readConfig(files, overrides);
      const scanned = scan(files, sourceOf);
      const entries = scanned.value.sources.map((source) => entryOf(source, undefined));
      const made = buildSite(
        entries.map(({ value }) => value),
        { config: config.value, now, drafts },
      );
      const planned = plan({ site: made.value, contentFiles: scanned.value.files, files, theme });
      const published = new Set(contentsOf(made.value).map(({ entry }) => entry));
      const { untrusted, typography, language } = config.value;
      const renderer = createRenderer({
        site: made.value,
        nav: navItems(made.value),
        templates: createTemplates([files, theme], compiled),
        render: renderWith(untrusted, typography ? language : undefined),
        destinations: {
          urls: new Set(planned.value.map(({ url }) => url)),
          sizeOf: createSizeOf(files, new Map(planned.value.flatMap(({ url, file }) => (file ? [[url, file]] : [])))),
          // A link to a file with an error isn't a second error; one to a draft leads nowhere.
          byFile: new Map(
            entries
              .filter(({ value }) => !value.complete || published.has(value))
              .map(({ value }) => [value.source.path.normalize('NFC'), value.url]),
          ),
        },
      });
      return {
        value: {
          site: made.value,
          routes: planned.value,
          renderer,
          incomplete: entries.flatMap(({ value }) => (value.complete ? [] : [value])),
        },
        diagnostics: [
          ...[config, scanned, ...entries, made, planned].flatMap(({ diagnostics }) => diagnostics),
          ...renderer.configDiagnostics,
        ],
      };
    },
  };
}

/** Renders every route. */
export function renderAll(
  { routes, renderer, incomplete }: Planned,
  progress?: (done: number) => void,
): Result<Output[]> {
  const diagnostics: Diagnostic[] = incomplete.flatMap(renderer.bodyDiagnostics);
  const value = routes.map(({ path, render }, index): Output => {
    const rendered = render(renderer);
    diagnostics.push(...rendered.diagnostics);
    progress?.(index + 1);
    return { path, content: rendered.value };
  });
  return { value, diagnostics };
}

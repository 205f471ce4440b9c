import { Temporal } from 'temporal-polyfill';
import { createBuilder, renderAll } from '../../src/builder.ts';
import { parseSiteUrl } from '../../src/config/site-url.ts';
import { sortDiagnostics } from '../../src/diagnostics/diagnostic.ts';
import { createFiles, type Files } from '../../src/files.ts';
import { textOf } from '../../src/output/output.ts';
import { packageRoot } from '../../src/package-root.ts';
import { now } from './run.ts';

/** What a site gives, without writing it: each text by its path, empty where a file is copied. */
export function render(files: Files, baseUrl?: string) {
  const url = baseUrl === undefined ? undefined : parseSiteUrl(baseUrl);
  const builder = createBuilder(createFiles(packageRoot));
  const planned = builder.plan(files, {
    now: Temporal.Instant.from(now),
    drafts: false,
    overrides: { ...(url && { url }) },
  });
  const rendered = renderAll(planned.value);
  return {
    outputs: new Map(
      rendered.value.map(({ path, content }) => [path, content instanceof Uint8Array ? textOf(content) : '']),
    ),
    diagnostics: sortDiagnostics([...planned.diagnostics, ...rendered.diagnostics]),
  };
}

export const exampleSite = (): Files => createFiles(packageRoot);

import { dirname, join } from 'node:path';
import { createDerive } from '../dev/derive.ts';
import { editorOf } from '../dev/editors.ts';
import { createLivePreview } from '../dev/live.ts';
import { overlay } from '../dev/overlay.ts';
import { createLiveSearch } from '../dev/search.ts';
import { createDevServer } from '../dev/server.ts';
import type { Span } from '../diagnostics/diagnostic.ts';
import { formatText } from '../diagnostics/format-text.ts';
import { packageRoot } from '../package-root.ts';
import { findLibrary } from '../routes/diagrams.ts';
import { version } from '../version.ts';
import { addressesOf, readPlace, whyNoPlace } from './dev-place.ts';
import { createReporter } from './dev-report.ts';
import { exitCodes, type Io, WrongCall } from './io.ts';
import { openStore } from './kept.ts';
import { openBrowser } from './open-browser.ts';
import { readEditor } from './open-editor.ts';
import { readSite, type SiteFlags } from './options.ts';
import { textIn } from './report.ts';

/** The options of `dev` as they were typed. */
export interface DevFlags extends SiteFlags {
  readonly port?: string;
  readonly host?: string | true;
  readonly open?: boolean;
  readonly poll?: boolean;
  readonly editor?: string;
}

/**
 * Shows the site while it is written, until that is ended. Throws `WrongCall`.
 * @param ended begins to listen for the wish to end it
 */
export async function dev(flags: DevFlags, io: Io, ended: () => Promise<unknown>): Promise<number> {
  io.rendering?.();
  const place = readPlace(flags);
  const { root, options } = readSite(flags, process.env);
  const source = textIn(root);
  const toEditor = readEditor(flags.editor ?? editorOf(process.env));
  const inEditor = ({ path, line, column }: Span): string => toEditor(join(root, path), line, column);
  const failed = (error: unknown): void => io.err(`${whatFailed(error)}\n`);
  const live = createLivePreview({
    root,
    poll: flags.poll ?? false,
    options: () => readSite(flags, process.env).options,
    told: createReporter(io, source),
    failed,
  });
  try {
    await serve();
  } finally {
    await live.close();
  }
  return exitCodes.built;

  async function serve(): Promise<void> {
    const { preview } = live;
    const library = findLibrary();
    const kept = openStore(preview.state.planned.site.config.untrusted, root);
    const derive = createDerive(kept.store, (found) => io.err(`${formatText(found, { colour: io.colour, source })}\n`));
    const server = createDevServer({
      preview,
      overlay: (problems, isLocal) => overlay(problems, { source, ...(isLocal && { editorUrl: inEditor }) }),
      folders: [
        root,
        packageRoot,
        kept.folder,
        ...(library === undefined ? [] : [dirname(library)]),
        ...(options.trusted ? [options.trusted.root] : []),
      ],
      derive,
      search: createLiveSearch(live.searchIndex, derive),
      names: place.names,
      failed,
    });
    try {
      const { port } = await server.listen(place.addresses, place.ports).catch((error: unknown) => {
        throw whyNoPlace(error, place);
      });
      const { here, network } = addressesOf(place, port, preview.basePath);
      // Whoever reads the address may answer with the wish to end: it is listened for before that is told.
      const end = ended();
      const instead = port === place.ports[0] || place.ports[0] === 0 ? '' : `, as port ${place.ports[0]} is in use`;
      io.out(`The site is at ${here}${instead}. Ctrl-C ends the preview.\n`);
      if (network) io.out(`On this network it is at ${network}.\n`);
      if (flags.open) openBrowser(here);
      await end;
    } finally {
      await server.close();
    }
  }
}

function whatFailed(error: unknown): string {
  if (error instanceof WrongCall) return `error: ${error.message}`;
  const stack = error instanceof Error ? error.stack : String(error);
  return `meetpress ${version} met a bug of its own; the preview goes on. Please report it with this text:\n${stack}`;
}

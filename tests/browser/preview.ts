import { mkdtempSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { createDerive } from '../../src/dev/derive.ts';
import { editorUrl } from '../../src/dev/editors.ts';
import { createLivePreview } from '../../src/dev/live.ts';
import { overlay } from '../../src/dev/overlay.ts';
import { createLiveSearch } from '../../src/dev/search.ts';
import { createDevServer } from '../../src/dev/server.ts';
import { createStore } from '../../src/output/store.ts';
import { now, writeFiles } from '../whole/run.ts';
import type { Served } from './serve.ts';

/** A preview of a site that is on the disk, at an instant. @param port 0 for any */
export async function previewFrom(root: string, at = now, port = 0): Promise<Served> {
  const fail = (error: unknown): void => {
    // Nobody is there to catch it.
    queueMicrotask(() => {
      throw error;
    });
  };
  const source = (path: string) => readFileSync(join(root, path), 'utf8');
  const open = editorUrl('vscode')!;
  const live = createLivePreview({
    root,
    poll: false,
    options: () => ({ now: Temporal.Instant.from(at), drafts: true, overrides: {} }),
    told: () => {},
    failed: fail,
  });
  const server = createDevServer({
    preview: live.preview,
    overlay: (problems) =>
      overlay(problems, {
        source,
        editorUrl: ({ path, line, column }) => open(join(root, path), line, column),
      }),
    folders: [root, join(import.meta.dirname, '../../assets')],
    derive: async () => undefined,
    search: createLiveSearch(
      live.searchIndex,
      createDerive(createStore(root), () => {}),
    ),
    names: [],
    failed: fail,
  });
  const listening = await server.listen(['127.0.0.1'], [port]);
  return {
    origin: `http://127.0.0.1:${listening.port}`,
    async close() {
      await Promise.all([server.close(), live.close()]);
    },
  };
}

/** A preview of a site of its own. */
export async function previewOf(files: Readonly<Record<string, string>>, at: string): Promise<Served> {
  const site = desk(files);
  const served = await previewFrom(site.root, at);
  return {
    ...served,
    async close() {
      await served.close();
      site.clear();
    },
  };
}

/** A folder in which somebody writes. */
export interface Desk {
  readonly root: string;
  write(files: Readonly<Record<string, string>>): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  clear(): void;
}

export function desk(files: Readonly<Record<string, string>>): Desk {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'meetpress-')));
  writeFiles(root, files);
  return {
    root,
    write: (changed) => writeFiles(root, changed),
    rename: (from, to) => renameSync(join(root, from), join(root, to)),
    remove: (path) => rmSync(join(root, path)),
    clear: () => rmSync(root, { recursive: true, force: true }),
  };
}

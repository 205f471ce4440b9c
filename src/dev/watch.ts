import { join, relative, sep } from 'node:path';
import chokidar from 'chokidar';
import { configFile } from '../config/read.ts';

/** The parts of a site's folder that its pages are made of. */
const watched = ['content', 'templates', 'assets'];

export interface Watching {
  close(): Promise<void>;
}

export interface WatchOptions {
  /** Looks at everything again and again: for containers and network drives, which tell of nothing. */
  readonly poll: boolean;
  /** What to do when something may have changed: at these paths (relative, with `/`), or anywhere. */
  readonly tell: (paths?: readonly string[]) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Tells where something may have changed. It may tell too much and too often, so that every hint wants a look.
 * Folders are watched, not files: a file that is renamed over stays seen, and thousands of them cost nothing.
 */
export function watch(root: string, { poll, tell, fail }: WatchOptions): Watching {
  if (poll) return lookAgainAndAgain(tell);
  const pathOf = (path: string): string => relative(root, path).split(sep).join('/');
  const matters = (path: string): boolean =>
    path === '' || path === configFile || watched.some((folder) => path === folder || path.startsWith(`${folder}/`));
  const hint = (path: string): void => {
    if (path !== '' && matters(path) && !/(?:^|\/)[._]/.test(path)) tell([path]);
  };
  const watcher = chokidar.watch(root, {
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() || !matters(pathOf(path)) || /[\\/]\.[^\\/]*$/.test(relative(root, path)),
  });
  watcher.on('raw', (_event, name: string | null, details) => {
    const { watchedPath } = details as { watchedPath: string };
    hint(pathOf(name ? join(watchedPath, name) : watchedPath));
  });
  watcher.on('addDir', (path) => hint(pathOf(path)));
  watcher.on('unlinkDir', (path) => hint(pathOf(path)));
  // What changed before is told by nobody.
  watcher.on('ready', () => tell());
  watcher.on('error', (error) => fail(error as Error));
  return { close: () => watcher.close() };
}

/** Rests at least nine times as long as looking takes. */
function lookAgainAndAgain(tell: () => void): Watching {
  const look = (): void => {
    const started = performance.now();
    tell();
    timer = setTimeout(look, Math.max(300, 9 * (performance.now() - started)));
  };
  let timer = setTimeout(look, 300);
  return {
    close: async () => clearTimeout(timer),
  };
}

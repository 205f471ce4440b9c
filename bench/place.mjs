import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder that is there until the benchmark ends, however it does. The disk is that of the system's folder for
 * temporary files; `TMPDIR` names another.
 */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'meetpress-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.on('SIGINT', () => process.exit(130));
  return folder;
}

/**
 * Gives a name for each output folder, so that all of them stay until the end: some disks are slow for a while after
 * files were deleted.
 */
export function outFolders(folder) {
  let made = 0;
  return () => {
    made += 1;
    return join(folder, `out-${made}`);
  };
}

/** Removes what a program kept beside the content: a cold build is one on a machine that never saw the site. */
export function forget(root, keeps = ['.meetpress']) {
  for (const name of keeps) rmSync(join(root, name), { recursive: true, force: true });
}

/** Whoever is measured must have made every page. */
export function checkPosts(out, size) {
  const posts = readdirSync(join(out, 'posts')).filter((name) => existsSync(join(out, 'posts', name, 'index.html')));
  if (posts.length < size) throw new Error(`${posts.length} of ${size} posts were written`);
}

/** The numbers, all above 0, of an option that has commas between them. Throws where something else was written. */
export function numbersIn(option, text) {
  const numbers = text.split(',').map(Number);
  if (!numbers.every((number) => Number.isSafeInteger(number) && number > 0))
    throw new Error(`--${option} takes numbers with commas between them, such as 100,1000`);
  return numbers;
}

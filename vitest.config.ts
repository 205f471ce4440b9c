import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const all = readdirSync(join(import.meta.dirname, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((path) => join('tests', path).replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.test.ts'));
/** Those that exchange a part of the program, or look at what the process holds: no other may be in theirs. */
const alone = all.filter((path) =>
  /vi\.mock\(|setFlagsFromString\(/.test(readFileSync(join(import.meta.dirname, path), 'utf8')),
);

/** To end what would never end, also on a slow machine that does other things; what takes ten seconds says more itself. */
const patience = 120_000;

export default defineConfig({
  test: {
    // Nothing may depend on the machine's zone; a far one shows it.
    env: { TZ: 'Pacific/Kiritimati', NO_COLOR: '1' },
    // One worker fewer than there are cores leaves half of a small machine idle.
    maxWorkers: '100%',
    setupFiles: 'tests/seed.ts',
    testTimeout: patience,
    hookTimeout: patience,
    expect: { poll: { timeout: patience / 2, interval: 20 } },
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: {
          name: 'together',
          include: all,
          exclude: alone,
          // Loading the program, and running it until it is fast, takes longer than most tests of a file.
          isolate: false,
          globalSetup: 'tests/whole/compiled.ts',
        },
      },
    ],
  },
});

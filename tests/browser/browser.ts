import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { packageRoot } from '../../src/package-root.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How a browser is started. */
interface Executable {
  readonly executablePath: string;
  readonly env?: Record<string, string>;
}

/** The browser that `CHROME_PATH` names, else the one of the package, else one of the machine's. Throws without any. */
export const launch = (): Promise<Browser> => chromium.launch({ ...findBrowser(), args: flags });

function findBrowser(): Executable {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return { executablePath: CHROME_PATH };
  // What the package holds runs there, on any machine that runs Node.
  if (process.platform === 'linux' && process.arch === 'x64' && isGlibc()) return unpacked();
  const executablePath = installed.find((path) => existsSync(path));
  if (!executablePath) throw new Error('there is no browser for the tests: set CHROME_PATH to a Chromium');
  return { executablePath };
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const isGlibc = (): boolean => {
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime !== undefined;
};

/**
 * Unpacks the browser of `@sparticuz/chromium` once, with the libraries and the font that it brings, so that it needs
 * nothing of the machine but the C library.
 */
function unpacked(): Executable {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), 'unpacked');
  if (!existsSync(folder)) unpack(folder);
  const libraries = join(folder, 'al2023/lib');
  return {
    executablePath: join(folder, 'chromium'),
    env: { HOME: folder, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/** The package unpacks into the folder for temporary files, and its libraries only where it takes itself to be on AWS. */
function unpack(folder: string): void {
  const part = mkdtempSync(`${folder}-`);
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: packageRoot,
    env: { ...process.env, TMPDIR: part, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  writeFileSync(
    join(part, 'fonts.conf'),
    `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  try {
    renameSync(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true });
    // Another worker was faster.
    if (!existsSync(folder)) throw error;
  }
}

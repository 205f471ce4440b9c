import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from '../commands/build.ts';
import { check } from '../commands/check.ts';
import { type ExampleFiles, exampleSite, type Shown } from '../diagnostics/explanations/explanation.ts';

/** When every example is built. */
const now = '2026-11-20T12:00:00Z';

/** What the command line prints for an example's files: about the site, in the format that was asked for. */
export async function printed(
  files: ExampleFiles,
  { flags, checkOnly }: Pick<Shown, 'flags' | 'checkOnly'>,
  format: 'text' | 'json',
): Promise<string> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'meetpress-example-')));
  try {
    for (const [path, content] of Object.entries({ ...exampleSite, ...files })) {
      if (content === null) continue;
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    let said = '';
    const say = (text: string): void => {
      said += text;
    };
    const [out, err] = format === 'json' ? [say, () => {}] : [() => {}, say];
    const io = { out, err, interactive: false, colour: false };
    await (checkOnly ? check : build)({ root, now, format, ...flags }, io);
    return said;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

import type { Result } from '../diagnostics/diagnostic.ts';
import type { Site } from '../model/values.ts';
import { deriveAll, isDerived, type RenderedOutput } from '../output/derived.ts';
import type { Output } from '../output/output.ts';
import type { Io } from './io.ts';
import { openStore } from './kept.ts';
import type { Call } from './options.ts';
import { progress } from './report.ts';

/** Makes what takes long, or takes it from the site's own folder, where it is kept. */
export async function derive(
  outputs: readonly RenderedOutput[],
  { config }: Site,
  call: Call,
  io: Io,
): Promise<Result<{ readonly outputs: readonly Output[]; readonly made: number }>> {
  if (!outputs.some(({ content }) => isDerived(content))) {
    const plain = outputs as readonly Output[];
    return { value: { outputs: plain, made: 0 }, diagnostics: [] };
  }
  const { store } = openStore(config.untrusted, call.root);
  let show: ((done: number) => void) | undefined;
  return deriveAll(outputs, store, (done, total) => {
    show ??= progress(io, total, 'pictures');
    show?.(done);
  });
}

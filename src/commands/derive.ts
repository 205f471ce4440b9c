import { deriveAll, type RenderedOutput } from '../output/derived.ts';
import type { Store } from '../output/store.ts';
import type { Io } from './io.ts';
import { progress } from './report.ts';

/** Makes what takes long and is not in the store, and tells somebody who watches how far it is. */
export function derive(outputs: readonly RenderedOutput[], store: Store, io: Io): ReturnType<typeof deriveAll> {
  let show: ((done: number) => void) | undefined;
  return deriveAll(outputs, store, (done, total) => {
    show ??= progress(io, total, 'pictures');
    show?.(done);
  });
}

import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import type { Content, Output } from './output.ts';
import type { Store } from './store.ts';

/** Bytes that take long to make: a picture in another size, a card. */
export interface Derived {
  /** Names all that they are made of, versions included: equal keys mean equal bytes, now and in later builds. */
  readonly key: string;
  /** Undefined where it can't be made; then a diagnostic says why. */
  readonly make: () => Promise<Result<Uint8Array | undefined>>;
}

/** An output whose bytes may still have to be made. */
export interface RenderedOutput {
  readonly path: string;
  readonly content: Content | Derived;
}

export const isDerived = (content: Content | Derived): content is Derived =>
  'make' in content && typeof content.make === 'function';

/** What is done at the same time: libraries that draw use several threads by themselves. */
const together = 4;

/**
 * Makes what is not in the store yet. Outputs that can't be made are left out, and a diagnostic says why.
 * @param progress is told how many of those that had to be made are done
 */
export async function deriveAll(
  outputs: readonly RenderedOutput[],
  store: Store,
  progress?: (done: number, total: number) => void,
): Promise<Result<{ readonly outputs: readonly Output[]; readonly made: number }>> {
  const diagnostics: Diagnostic[] = [];
  const files = new Map<Derived, string | undefined>();
  const missing: Derived[] = [];
  const derived = outputs.flatMap(({ content }) => (isDerived(content) ? content : []));
  for (const each of derived) {
    const kept = store.find(each.key);
    if (kept === undefined) missing.push(each);
    else files.set(each, kept);
  }
  let done = 0;
  const queue = missing.values();
  const work = async (): Promise<void> => {
    for (const each of queue) {
      const made = await each.make();
      diagnostics.push(...made.diagnostics);
      files.set(each, made.value && store.add(each.key, made.value));
      done += 1;
      progress?.(done, missing.length);
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  store.tidy(derived.map(({ key }) => key));
  const value = outputs.flatMap(({ path, content }): Output[] => {
    if (!isDerived(content)) return [{ path, content }];
    const copy = files.get(content);
    return copy === undefined ? [] : [{ path, content: { copy } }];
  });
  return { value: { outputs: value, made: missing.length }, diagnostics };
}

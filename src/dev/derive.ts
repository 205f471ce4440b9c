import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Derived } from '../output/derived.ts';
import type { Store } from '../output/store.ts';

/**
 * Makes what is asked for, or takes it from the store. What is asked for twice at the same time is made once; what
 * could not be made is not tried again.
 * @param told is given what there is to say of what was made
 */
export function createDerive(
  store: Store,
  told: (diagnostics: readonly Diagnostic[]) => void,
): (derived: Derived) => Promise<string | undefined> {
  const refused = new Set<string>();
  const underway = new Map<string, Promise<string | undefined>>();
  const make = async ({ key, make }: Derived): Promise<string | undefined> => {
    const { value, diagnostics } = await make();
    if (diagnostics.length > 0) told(diagnostics);
    if (value === undefined) refused.add(key);
    return value && store.add(key, value);
  };
  return (derived) => {
    const { key } = derived;
    const known = underway.get(key);
    if (known) return known;
    if (refused.has(key)) return Promise.resolve(undefined);
    const kept = store.find(key);
    if (kept !== undefined) return Promise.resolve(kept);
    const made = make(derived).finally(() => underway.delete(key));
    underway.set(key, made);
    return made;
  };
}

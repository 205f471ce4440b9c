import type { Contents } from '../tests/support.ts';

/** Whether a site still shows what is looked for. */
export type Shows = (contents: Contents) => Promise<boolean>;

/**
 * Makes a site smaller for as long as it shows the same: without some of its files, then without some of their lines,
 * then without some of their characters.
 * @param seconds how long it may take
 */
export async function shrink(contents: Contents, shows: Shows, seconds: number): Promise<Contents> {
  const until = performance.now() + seconds * 1000;
  const still: Shows = async (candidate) => performance.now() < until && (await shows(candidate));
  let best = contents;
  for (const path of Object.keys(contents)) {
    const { [path]: _, ...rest } = best;
    if (await still(rest)) best = rest;
  }
  for (const path of Object.keys(best)) {
    const data = best[path]!;
    if (typeof data !== 'string') continue;
    const isEnough = (parts: readonly string[], joint: string) => still({ ...best, [path]: parts.join(joint) });
    const lines = await fewest(data.split('\n'), (parts) => isEnough(parts, '\n'));
    const characters = await fewest([...lines.join('\n')], (parts) => isEnough(parts, ''));
    best = { ...best, [path]: characters.join('') };
  }
  return best;
}

/** Takes out ever smaller stretches of a list, as far as that is enough. */
async function fewest(all: readonly string[], isEnough: (parts: readonly string[]) => Promise<boolean>) {
  let best = all;
  for (let size = all.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at < best.length; ) {
      const rest = best.toSpliced(at, size);
      if (await isEnough(rest)) best = rest;
      else at += size;
    }
  return best;
}

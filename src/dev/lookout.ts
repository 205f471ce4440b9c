import type { KeptFiles } from './kept-files.ts';

/** Milliseconds. */
const quiet = { few: 4, many: 50, unsettled: 60 };
const longest = 600;
/** An editor touches a file or two; more come from Git, a script, or a folder that was moved. */
const few = 4;
/** After so long, each change is looked at once more: a file system may have told of the first half of it only. */
const secondLook = 150;

export interface Lookout {
  /** Something may have changed: at these paths, or anywhere. */
  hint(paths?: readonly string[]): void;
  close(): void;
}

/**
 * Turns hints into changes: a burst of them becomes one, and a file that is only half written is waited for. The last
 * state is always seen, as each change is followed by another look.
 * @param change takes the paths that differ from before; never called with none
 */
export function createLookout(files: KeptFiles, change: (paths: readonly string[]) => void): Lookout {
  let hinted = new Set<string>();
  let everything = false;
  let first = 0;
  let doubted = false;
  let timer: NodeJS.Timeout | undefined;
  let again: NodeJS.Timeout | undefined;

  const wait = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(look, milliseconds);
  };
  const look = (): void => {
    if (!doubted && files.isUnsettled(hinted)) {
      doubted = true;
      wait(quiet.unsettled);
      return;
    }
    const [paths, all] = [hinted, everything || hinted.size > few];
    [hinted, everything, doubted, first] = [new Set(), false, false, 0];
    const changed = new Set(files.look(paths));
    if (all) for (const path of files.look()) changed.add(path);
    if (changed.size === 0) return;
    clearTimeout(again);
    again = setTimeout(() => hint(all ? undefined : [...paths]), secondLook);
    change([...changed].sort());
  };
  const hint = (paths?: readonly string[]): void => {
    first ||= performance.now();
    if (paths) for (const path of paths) hinted.add(path);
    else everything = true;
    if (doubted) return;
    const left = first + longest - performance.now();
    wait(Math.max(0, Math.min(left, hinted.size > few ? quiet.many : quiet.few)));
  };
  return {
    hint,
    close() {
      clearTimeout(timer);
      clearTimeout(again);
    },
  };
}

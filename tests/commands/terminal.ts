import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';

/** Somebody at a terminal. */
export interface Terminal {
  /** Waits until a text is shown that was not there at the last answer, and then types. */
  answer(shown: string, keys: string): Promise<void>;
  readonly ended: Promise<{ readonly status: number; readonly shown: string }>;
}

export const enter = '\r';
export const interrupt = '\x03';

/** Runs a script of Node at a terminal of its own, where an environment says nothing but what is given. */
export function openTerminal(args: readonly string[], env: Readonly<Record<string, string>> = {}): Terminal {
  const terminal = spawn(process.execPath, [...args], {
    cols: 100,
    rows: 40,
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', ...env },
  });
  let all = '';
  let answered = 0;
  let look = (): void => {};
  terminal.onData((data) => {
    all += data;
    look();
  });
  const shownSince = (offset: number): string => stripVTControlCharacters(all.slice(offset)).replace(/\s+/g, ' ');
  return {
    answer: (shown, keys) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`“${shown}” was not shown, but: ${shownSince(0)}`)), 60_000);
        look = () => {
          if (!shownSince(answered).includes(shown)) return;
          clearTimeout(late);
          look = () => {};
          answered = all.length;
          terminal.write(keys);
          resolve();
        };
        look();
      }),
    ended: new Promise((resolve) => {
      terminal.onExit(({ exitCode }) => resolve({ status: exitCode, shown: shownSince(0) }));
    }),
  };
}

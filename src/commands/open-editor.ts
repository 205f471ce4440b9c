import { spawnSync } from 'node:child_process';
import { editorNames, editorUrl } from '../dev/editors.ts';
import { WrongCall } from './io.ts';
import { openBrowser } from './open-browser.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Gives the address that opens a place in an editor, by the editor's name or its address. Throws `WrongCall`. */
export function readEditor(name: string): NonNullable<ReturnType<typeof editorUrl>> {
  const toEditor = editorUrl(name);
  if (toEditor) return toEditor;
  const names = editorNames.join(', ');
  throw new WrongCall(`--editor: \`${name}\` is none of ${names}, and no address with {path}, {line} and {column}`);
}

/**
 * What opens a file (absolute): the editor of that name by its address, else the command in `VISUAL` or `EDITOR`, which
 * is waited for and gives false where it fails. Undefined where there is neither. Throws `WrongCall` for an unknown name.
 */
export function editorFor(
  name: string | undefined,
  { VISUAL, EDITOR }: Environment,
): ((file: string) => boolean) | undefined {
  if (name !== undefined) {
    const toEditor = readEditor(name);
    return (file) => {
      openBrowser(toEditor(file, 1, 1));
      return true;
    };
  }
  const command = VISUAL?.trim() || EDITOR?.trim();
  return command ? (file) => run(command, file) : undefined;
}

/** The command may hold arguments and quotes, so a shell reads it; the file's name is no part of what that reads. */
function run(command: string, file: string): boolean {
  const options = { stdio: 'inherit' } as const;
  const ended =
    process.platform === 'win32'
      ? spawnSync(`${command} "${file}"`, { ...options, shell: true })
      : spawnSync('/bin/sh', ['-c', `${command} "$1"`, 'editor', file], options);
  return ended.status === 0;
}

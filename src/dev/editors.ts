/** The address that opens a file in an editor. Line and column count from 1. @param file absolute */
export type EditorUrl = (file: string, line: number, column: number) => string;

const colons = 'file{path}:{line}:{column}';
const jetBrains = 'open?file={path}&line={line}&column={column}';

/** What follows `scheme://`, by scheme. `{path}` begins with a slash. */
const patterns: Readonly<Record<string, string>> = {
  vscode: colons,
  'vscode-insiders': colons,
  vscodium: colons,
  cursor: colons,
  windsurf: colons,
  zed: colons,
  idea: jetBrains,
  clion: jetBrains,
  goland: jetBrains,
  phpstorm: jetBrains,
  pycharm: jetBrains,
  rider: jetBrains,
  rubymine: jetBrains,
  webstorm: jetBrains,
  subl: 'open?url=file://{path}&line={line}&column={column}',
  txmt: 'open?url=file://{path}&line={line}&column={column}',
  mvim: 'open?url=file://{path}&line={line}&column={column}',
};

/** Other names: those of commands and of terminals. */
const schemes: Readonly<Record<string, string>> = {
  code: 'vscode',
  'code-insiders': 'vscode-insiders',
  codium: 'vscodium',
  zeditor: 'zed',
  intellij: 'idea',
  sublime: 'subl',
  sublime_text: 'subl',
  mate: 'txmt',
  textmate: 'txmt',
  macvim: 'mvim',
};

/** For a message that says what may be written. */
export const editorNames: readonly string[] = Object.keys(patterns);

/**
 * @param editor a name, or an address of one's own with `{path}`, and maybe `{line}` and `{column}`, in it
 * @returns undefined where it is neither
 */
export function editorUrl(editor: string): EditorUrl | undefined {
  const pattern = editor.includes('{path}') ? editor : patternOf(editor.toLowerCase());
  if (!pattern || !/^[a-z][a-z\d+.-]*:/i.test(pattern) || /^(?:javascript|data|vbscript):/i.test(pattern))
    return undefined;
  return (file, line, column) => {
    const parts: Readonly<Record<string, string>> = { path: encode(file), line: `${line}`, column: `${column}` };
    return pattern.replace(/\{(path|line|column)\}/g, (_, name: string) => parts[name]!);
  };
}

/** The editor that somebody uses, as far as the environment tells: one that an address can open, else `vscode`. */
export function editorOf({ VISUAL, EDITOR, TERM_PROGRAM }: Readonly<Record<string, string | undefined>>): string {
  // `"/opt/My editors/code" --wait` is `code`.
  const names = [VISUAL, EDITOR, TERM_PROGRAM].map((command) => {
    const [, quoted, plain] = /^\s*(?:"([^"]*)"|(\S*))/.exec(command ?? '') ?? [];
    return (quoted ?? plain ?? '')
      .replace(/^.*[/\\]/, '')
      .replace(/\.(?:exe|cmd|app)$/i, '')
      .toLowerCase();
  });
  return names.find((name) => patternOf(name) !== undefined) ?? 'vscode';
}

function patternOf(name: string): string | undefined {
  const scheme = Object.hasOwn(schemes, name) ? schemes[name]! : name;
  return Object.hasOwn(patterns, scheme) ? `${scheme}://${patterns[scheme]}` : undefined;
}

/** A path with forward slashes, the first of them included: `/C:/notes/a%20b.md`. */
function encode(file: string): string {
  const path = /^[a-z]:\\|^\\\\/i.test(file) ? file.replaceAll('\\', '/') : file;
  const encoded = encodeURIComponent(path)
    .replaceAll('%2F', '/')
    .replace(/^([a-z])%3A/i, '$1:');
  return encoded.startsWith('/') ? encoded : `/${encoded}`;
}

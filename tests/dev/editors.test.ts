import { describe, expect, test } from 'vitest';
import { editorNames, editorOf, editorUrl } from '../../src/dev/editors.ts';

const place = ['/home/mara/a b&c#1/x.md', 3, 8] as const;

test.each([
  ['vscode', 'vscode://file/home/mara/a%20b%26c%231/x.md:3:8'],
  ['Code', 'vscode://file/home/mara/a%20b%26c%231/x.md:3:8'],
  ['codium', 'vscodium://file/home/mara/a%20b%26c%231/x.md:3:8'],
  ['idea', 'idea://open?file=/home/mara/a%20b%26c%231/x.md&line=3&column=8'],
  ['sublime', 'subl://open?url=file:///home/mara/a%20b%26c%231/x.md&line=3&column=8'],
  ['emacs://{line}:{column}{path}', 'emacs://3:8/home/mara/a%20b%26c%231/x.md'],
  ['note:{path}', 'note:/home/mara/a%20b%26c%231/x.md'],
])('%s opens %s', (editor, url) => {
  expect(editorUrl(editor)!(...place)).toBe(url);
});

test('paths of Windows', () => {
  expect(editorUrl('vscode')!('C:\\notes\\a b.md', 1, 1)).toBe('vscode://file/C:/notes/a%20b.md:1:1');
});

test.each(['vim', '', 'constructor', 'javascript:alert({path})', 'data:text/html,{path}', '{path}', '/{path}'])(
  '%s opens nothing',
  (editor) => {
    expect(editorUrl(editor)).toBeUndefined();
  },
);

test('every name opens something', () => {
  expect(editorNames.filter((name) => !editorUrl(name)?.(...place).startsWith(`${name}://`))).toEqual([]);
});

describe('the editor that somebody uses', () => {
  test.each([
    [{}, 'vscode'],
    [{ EDITOR: 'vim' }, 'vscode'],
    [{ EDITOR: 'vim', TERM_PROGRAM: 'zed' }, 'zed'],
    [{ VISUAL: 'cursor --wait', EDITOR: 'code' }, 'cursor'],
    [{ EDITOR: '/usr/local/bin/subl -w' }, 'subl'],
    [{ EDITOR: '"C:\\My Programs\\Code.exe" --wait' }, 'code'],
    [{ VISUAL: '', EDITOR: 'constructor' }, 'vscode'],
  ])('%j: %s', (environment, name) => {
    expect(editorOf(environment)).toBe(name);
    expect(editorUrl(name)).toBeDefined();
  });
});

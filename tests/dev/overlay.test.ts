import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { editorUrl } from '../../src/dev/editors.ts';
import { overlay } from '../../src/dev/overlay.ts';
import { type Diagnostic, diagnose, type Problem } from '../../src/diagnostics/diagnostic.ts';
import { formatText } from '../../src/diagnostics/format-text.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment;
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
const all = (node: Node): readonly Node[] => [node, ...childrenOf(node).flatMap(all)];
const textOf = (node: Node): string =>
  all(node)
    .map((each) => ('value' in each ? each.value : ''))
    .join('');
const named = (html: string, name: string) => all(parseFragment(html)).filter(({ nodeName }) => nodeName === name);
const attributesOf = (node: Node | undefined) =>
  Object.fromEntries(node && 'attrs' in node ? node.attrs.map(({ name, value }) => [name, value]) : []);

const problem = (more: Partial<Problem> = {}, path = 'content/events/x.md'): Diagnostic =>
  diagnose(
    { code: 'bad-date', message: 'the month 18 does not exist', help: 'write the day', notes: ['a note'], ...more },
    { path, line: 2, column: 8, length: 10 },
  );
const source = (): string => '---\nstart: 2017-18-12\n---\n';
const hostile = '</script></pre><img src=x onerror="alert(1)">&amp;\u001b[31m\u202e';

test('there is nothing where nothing is wrong', () => {
  expect(overlay([], { source })).toBe('');
});

test('the text is the terminal’s', () => {
  const problems = [
    problem(),
    problem({ message: 'one line\nand another', notes: [] }, 'site.yaml'),
    diagnose({ code: 'no-content', message: 'there is nothing to build' }),
  ];
  const html = overlay(problems, { source });
  expect(named(html, 'pre').map(textOf)).toEqual(
    problems.map((each) => formatText([each], { colour: false, source }).trimEnd()),
  );
  expect(named(html, 'h1').map(textOf)).toEqual(['3 errors']);
  expect(named(html, 'code').map(textOf)).toEqual([
    '2 | start: 2017-18-12\n  |        ^^^^^^^^^^\n',
    expect.anything(),
  ]);
  expect(named(html, 'a')).toEqual([]);
});

test('a place is a link where it can be opened', () => {
  const url = editorUrl('vscode')!;
  const editor = ({ path, line, column }: { path: string; line: number; column: number }) =>
    url(`/home/mara/"site"/${path}`, line, column);
  const html = overlay([problem()], { source, editorUrl: editor });
  const [link] = named(html, 'a');
  expect(attributesOf(link)).toEqual({ href: 'vscode://file/home/mara/%22site%22/content/events/x.md:2:8' });
  expect(textOf(link!)).toBe('content/events/x.md:2:8');
  expect(textOf(named(html, 'pre')[0]!)).toBe(formatText([problem()], { colour: false, source }).trimEnd());
});

describe('what comes from content is shown, and never obeyed', () => {
  const editor = ({ path }: { path: string }): string => `x:${path}`;
  test.each([
    ['a message', [problem({ message: hostile })], source],
    ['a note and help', [problem({ notes: [hostile], help: hostile })], source],
    ['a file’s name', [problem({}, `content/${hostile}.md`)], source],
    ['a source', [problem()], () => `---\n${hostile}\n`],
    ['a message like a place', [problem({ message: `x\n --> content/events/x.md:2:8 ${hostile}` })], source],
  ])('%s', (_, problems, text) => {
    const html = overlay(problems, { source: text, editorUrl: editor });
    expect(textOf(named(html, 'pre')[0]!)).toBe(formatText(problems, { colour: false, source: text }).trimEnd());
    expect(named(html, 'pre')).toHaveLength(1);
    expect(named(html, 'a')).toHaveLength(1);
    const tags = new Set(all(parseFragment(html)).map(({ nodeName }) => nodeName));
    expect([...tags].sort()).toEqual(
      [
        '#document-fragment',
        '#text',
        'a',
        'button',
        'code',
        'dialog',
        'div',
        'h1',
        'header',
        'p',
        'pre',
        'span',
      ].sort(),
    );
    for (const node of all(parseFragment(html)))
      expect(Object.keys(attributesOf(node)).filter((name) => name.startsWith('on'))).toEqual([]);
  });
});

test('of very many, the first are shown and the others counted', () => {
  const html = overlay(
    Array.from({ length: 500 }, () => problem()),
    { source },
  );
  expect(named(html, 'pre')).toHaveLength(20);
  expect(named(html, 'h1').map(textOf)).toEqual(['500 errors']);
  expect(named(html, 'p').map(textOf)).toEqual([expect.stringContaining('480 more')]);
});

test('it is a dialog with a name, whose changes are read out', () => {
  const html = overlay([problem()], { source });
  const [dialog] = named(html, 'dialog');
  const [heading] = named(html, 'h1');
  expect(attributesOf(dialog)).toMatchObject({ role: 'dialog', 'aria-labelledby': attributesOf(heading).id });
  expect(named(html, 'div').map(attributesOf)).toEqual([{ 'aria-live': 'assertive' }]);
  expect(named(html, 'button').map(textOf)).toEqual(['Dismiss']);
});

import type { MarkdownIt, StateBlock } from 'markdown-it';
import { scopeOf } from './env.ts';
import { bodyBelow, type Indented, lineText, missBody, pushLine, readBlocks } from './indented.ts';

const header = /^===([!+]{0,2}) +"(.+)"$/;

interface Tab {
  readonly line: number;
  readonly title: string;
  readonly signs: string;
  readonly body: Indented;
}

/**
 * `=== "Title"` with a body indented by four is a tab, as PyMdown has them; consecutive ones are a group. `===+` is the
 * tab that is open at first, `===!` begins another group. The elements are `<details>` that share a name: without CSS,
 * in a feed or in an old browser they unfold one below the other.
 */
export function tabs(md: MarkdownIt): void {
  md.block.ruler.before(
    'fence',
    'tabs',
    (state, line, endLine, silent) => {
      const start = state.bMarks[line]! + state.tShift[line]!;
      if (state.src.charCodeAt(start) !== 0x3d || state.src.charCodeAt(start + 2) !== 0x3d) return false;
      const first = tabAt(state, line, endLine, silent);
      if (!first || silent) return Boolean(first);

      const group = [first];
      for (;;) {
        const next = state.skipEmptyLines(group.at(-1)!.body.end);
        const tab = next < endLine && state.sCount[next]! >= state.blkIndent && tabAt(state, next, endLine, true);
        if (!tab || tab.signs.includes('!')) break;
        group.push(tab);
      }
      pushGroup(state, group);
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

function tabAt(state: StateBlock, line: number, endLine: number, silent: boolean): Tab | undefined {
  const text = lineText(state, line) ?? '';
  const [, signs, title] = header.exec(text) ?? [];
  if (signs === undefined) return undefined;
  const body = bodyBelow(state, line, endLine);
  if (!body && !silent) missBody(state, text, line);
  return body && { line, title: title!, signs, body };
}

function pushGroup(state: StateBlock, group: readonly Tab[]): void {
  const { line } = group[0]!;
  const { end } = group.at(-1)!.body;
  const name = `tabs-${scopeOf(state)}-${line + 1}`;
  const opened = Math.max(
    0,
    group.findIndex(({ signs }) => signs.includes('+')),
  );
  const open = state.push('tabs_open', 'div', 1);
  open.map = [line, end];
  open.attrSet('class', 'tabs');
  group.forEach((tab, index) => {
    const details = state.push('tab_open', 'details', 1);
    details.map = [tab.line, tab.body.end];
    details.attrSet('name', name);
    if (index === opened) details.attrSet('open', '');
    pushLine(state, 'tab_title', 'summary', tab.title, tab.line);
    readBlocks(state, tab.line + 1, tab.body);
    state.push('tab_close', 'details', -1);
  });
  state.push('tabs_close', 'div', -1);
  state.line = end;
}

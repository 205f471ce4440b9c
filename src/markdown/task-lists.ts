import type { MarkdownIt } from 'markdown-it';
import { envOf } from './env.ts';

const box = /^\[([ xX])\][ \t\n]/;

/** `- [x] done` and `- [ ] to do`: boxes that nobody can tick, with the word that they stand for. */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'task_lists', (state) => {
    if (!/\[[ xX]\]/.test(state.src)) return;
    const { t } = envOf(state).words;
    state.tokens.forEach((inline, index) => {
      const item = state.tokens[index - 2];
      const text = inline.children?.[0];
      if (item?.type !== 'list_item_open' || inline.type !== 'inline' || text?.type !== 'text') return;
      // A line break after the box ends its text.
      const found = box.exec(inline.content) && /^\[([ xX])\](?:\s+|$)/.exec(text.content);
      if (!found) return;
      const done = found[1] !== ' ';
      item.attrJoin('class', 'task');
      text.content = ` ${text.content.slice(found[0].length)}`;
      const input = new state.Token('task', 'input', 0);
      input.attrs = Object.entries({ type: 'checkbox', disabled: '', 'aria-label': t(done ? 'done' : 'toDo') });
      if (done) input.attrSet('checked', '');
      inline.children!.unshift(input);
    });
  });
}

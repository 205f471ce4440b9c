import type { MarkdownIt } from 'markdown-it';

const lone = /^<br\b[^<>]*>[ \t]*$/i;

/**
 * `<br>` on a line of its own is a block of one line, so that what stands right below it is read. CommonMark takes all
 * up to a blank line for HTML, which no other dialect does.
 */
export function loneBreaks(md: MarkdownIt): void {
  md.block.ruler.before('html_block', 'lone_break', (state, line, _endLine, silent) => {
    const start = state.bMarks[line]! + state.tShift[line]!;
    if (state.src.charCodeAt(start) !== 0x3c || state.sCount[line]! - state.blkIndent >= 4) return false;
    if (!lone.test(state.src.slice(start, state.eMarks[line]))) return false;
    if (silent) return true;
    state.line = line + 1;
    const token = state.push('html_block', '', 0);
    token.content = state.getLines(line, line + 1, state.blkIndent, true);
    token.map = [line, line + 1];
    return true;
  });
}

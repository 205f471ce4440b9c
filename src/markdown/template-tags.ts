import type { MarkdownIt, Token } from 'markdown-it';
import { envOf } from './env.ts';

/** Liquid, Jinja, Hugo and ERB. None begins within another, and none is longer than this. */
const tag = /\{\{[^{}]{0,1000}\}\}|\{%[^{}]{0,1000}%\}|<%(?:[^<%]|<(?!%)|%(?!>)){0,1000}%>/g;
const here = new RegExp(tag.source, 'y');
const candidate = /\{[{%]|<%/;
const code = /<(pre|code|kbd|samp|script|style|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** Tags of another generator's templates stay text, whatever they hold, and each is a remark; not so in code. */
export function templateTags(md: MarkdownIt): void {
  md.inline.ruler.after('text', 'template_tag', (state, silent) => {
    const first = state.src.charCodeAt(state.pos);
    if (first !== 0x7b && first !== 0x3c) return false;
    const second = state.src.charCodeAt(state.pos + 1);
    if (second !== 0x25 && (first === 0x3c || second !== 0x7b)) return false;
    here.lastIndex = state.pos;
    const found = here.exec(state.src)?.[0];
    if (found === undefined || state.pos + found.length > state.posMax) return false;
    if (!silent) {
      // As a sign behind a backslash: neither quotes nor addresses in it are looked for.
      const token = state.push('text_special', '', 0);
      token.content = found;
      token.info = 'template_tag';
    }
    state.pos += found.length;
    return true;
  });
  md.core.ruler.after('inline', 'template_tags', (state) => {
    if (!candidate.test(state.src)) return;
    const { remarks } = envOf(state);
    let lines: readonly [number, number] = [0, 0];
    const look = (text: string): void => {
      for (const [written] of text.matchAll(tag)) {
        const near = written.split('\n', 1)[0]!;
        remarks.push({
          code: 'template-tag',
          message: `\`${near}\` is a tag of another generator, and stays as it is`,
          help: 'write what it stands for, or put it into backticks where it is an example',
          near,
          lines,
        });
      }
    };
    for (const token of state.tokens) {
      lines = token.map ?? lines;
      if (token.type === 'html_block') look(token.content.replace(code, ''));
      else if (token.type === 'inline' && candidate.test(token.content)) lookThrough(token.children ?? [], look);
    }
  });
}

function lookThrough(tokens: readonly Token[], look: (text: string) => void): void {
  let codes = 0;
  for (const token of tokens) {
    if (token.type === 'html_inline') {
      if (/^<(?:code|kbd|samp)\b/i.test(token.content)) codes += 1;
      else if (/^<\/(?:code|kbd|samp)\b/i.test(token.content)) codes -= 1;
      look(token.content);
    } else if (token.info === 'template_tag' && codes <= 0) look(token.content);
    else if (token.type === 'link_open') look(decode(token.attrGet('href')));
    else if (token.type === 'image') {
      look(decode(token.attrGet('src')));
      lookThrough(token.children ?? [], look);
    }
  }
}

/** An address as it was written, before its braces were percent-encoded. */
function decode(address: string | number | null): string {
  try {
    return decodeURIComponent(`${address ?? ''}`);
  } catch {
    return '';
  }
}

/** Whether an address can't be known, as a template would make it. */
export const hasTemplateTag = (address: string): boolean => /\{\{|%7B%7B|\{%|<%/.test(address);

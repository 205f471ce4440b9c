import { createRequire } from 'node:module';
import type { OpenTarget } from './rendered.ts';

const require = createRequire(import.meta.url);

const candidate = /\b(?:href|src|poster)\s*=/i;
/** Which attributes of which elements lead somewhere, and what they lead to. */
const uses: Readonly<Record<string, OpenTarget['use']>> = {
  'a href': 'link',
  'area href': 'link',
  'img src': 'image',
  'source src': 'file',
  'video src': 'file',
  'video poster': 'image',
  'audio src': 'file',
  'iframe src': 'link',
};

/** Replaces the targets in a piece of raw HTML, and leaves every other character as it is. */
export function openHtmlTargets(html: string, leaveOpen: (written: string, use: OpenTarget['use']) => string): string {
  if (!candidate.test(html)) return html;
  const { Tokenizer } = require('htmlparser2') as typeof import('htmlparser2');
  let result = '';
  let copied = 0;
  let element = '';
  let attribute = '';
  let value: [start: number, end: number] | undefined;
  const ignore = () => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(start, end) {
        element = html.slice(start, end).toLowerCase();
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
      },
      onattribdata(start, end) {
        value = [value?.[0] ?? start, end];
      },
      onattribend() {
        const use = uses[`${element} ${attribute}`];
        if (use && value) {
          const written = html.slice(...value).trim();
          result += html.slice(copied, value[0]) + leaveOpen(written.replaceAll('&amp;', '&'), use);
          copied = value[1];
        }
        value = undefined;
      },
      onattribentity: ignore,
      oncdata: ignore,
      onclosetag: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
      ontext: ignore,
      ontextentity: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return result + html.slice(copied);
}

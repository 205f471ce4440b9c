import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import nunjucks from 'nunjucks';
import { attempt } from '../files.ts';

/** The JavaScript of a template, and the sum of the text that it was made of. */
export interface TemplateCode {
  readonly sum: string;
  readonly code: string;
}

/** Of the built-in templates by name; written when the program is compiled. */
const file = new URL('templates.json', import.meta.url);
let known: Readonly<Record<string, TemplateCode>> | undefined;

/** The JavaScript that a template becomes; that of a built-in one is known. Throws what Nunjucks throws. */
export function codeOf(text: string, name: string): string {
  known ??= attempt(() => JSON.parse(readFileSync(file, 'utf8'))) ?? {};
  const ready = Object.hasOwn(known!, name) ? known![name] : undefined;
  return ready?.sum === hash('sha1', text) ? ready.code : templateCode(text, name).code;
}

export function templateCode(text: string, name: string): TemplateCode {
  const { compiler } = nunjucks as unknown as { compiler: { compile: Compile } };
  const options = { autoescape: true, trimBlocks: true, lstripBlocks: true, throwOnUndefined: false };
  return { sum: hash('sha1', text), code: compiler.compile(text, [], [], name, options) };
}

type Compile = (text: string, asyncFilters: [], extensions: [], name: string, options: object) => string;

import { tryRead } from '../content/scan.ts';
import { decode, type Unreadable } from '../content/utf8.ts';
import type { Files } from '../files.ts';
import { templateOf } from './template-code.ts';
import { TemplateSyntaxError } from './template-error.ts';

/** Compiled templates by name. Compiling happens on first use, and once. */
export interface Templates {
  has(name: string): boolean;
  /** Whether the site brings it, and not the program. */
  isOwn(name: string): boolean;
  /** For suggestions. */
  names(): readonly string[];
  /** Undefined where there is no such template. Throws `TemplateSyntaxError`. */
  get(name: string): object | undefined;
  /** The source, for messages; undefined also where it cannot be read. */
  text(name: string): string | undefined;
  /** The path of the file for messages, as the writer knows it. */
  pathOf(name: string): string;
}

export const templateFolder = 'templates';

/** Compiled code by name, with the text that it was made of, so that a template is compiled again only after an edit. */
export type Compiled = Map<string, { readonly text: string; readonly code: object }>;

/** How a site's template names the built-in one that it stands in for: `{% extends "theme/post.njk" %}`. */
const builtInPrefix = 'theme/';

/** The site's own templates lie over the built-in ones: a file of the same name wins. */
export function createTemplates(layers: readonly Files[], compiled: Compiled = new Map()): Templates {
  const texts = new Map<string, string | Unreadable | undefined>();
  const read = (name: string, from = layers): string | Unreadable | undefined => {
    // A name that goes up would leave the folder.
    if (name.split('/').includes('..')) return undefined;
    const builtIn = name.startsWith(builtInPrefix);
    const path = `${templateFolder}/${builtIn ? name.slice(builtInPrefix.length) : name}`;
    const among = builtIn ? layers.slice(-1) : from;
    const bytes = tryRead(() => among.map((files) => files.readIfThere(path)).find(Boolean));
    return bytes === undefined || 'code' in bytes ? bytes : decode(bytes);
  };
  const once = (name: string): string | Unreadable | undefined => {
    if (!texts.has(name)) texts.set(name, read(name));
    return texts.get(name);
  };
  return {
    get(name) {
      const text = once(name);
      if (text === undefined) return undefined;
      if (typeof text !== 'string') throw new TemplateSyntaxError(text.message, name, text.line, text.column, text);
      const known = compiled.get(name);
      if (known?.text === text) return known.code;
      const code = compile(text, name);
      compiled.set(name, { text, code });
      return code;
    },
    text(name) {
      const text = once(name);
      return typeof text === 'string' ? text : undefined;
    },
    has: (name) => once(name) !== undefined,
    isOwn: (name) => !name.startsWith(builtInPrefix) && read(name, layers.slice(0, -1)) !== undefined,
    names: () =>
      layers.flatMap((files) =>
        (files.list(templateFolder) ?? []).map(({ path }) => path.slice(templateFolder.length + 1)),
      ),
    pathOf: (name) => `${templateFolder}/${name}`,
  };
}

function compile(text: string, name: string): object {
  try {
    return templateOf(text, name);
  } catch (error) {
    // An error at the end of the file comes without a line; it is set to the last one.
    const { message, lineno, colno } = error as { message: string; lineno?: number; colno?: number };
    throw new TemplateSyntaxError(
      message.split('\n').at(-1)!.trim(),
      name,
      lineno ?? Number.POSITIVE_INFINITY,
      colno ?? 1,
    );
  }
}

import { createRequire } from 'node:module';
import { withEmbedded } from './languages.ts';

const require = createRequire(import.meta.url);

/** As much of highlight.js as is used here; its own types would bring a browser's along. */
interface Engine {
  newInstance(): Engine;
  registerLanguage(name: string, grammar: unknown): void;
  highlight(
    text: string,
    options: { readonly language: string; readonly ignoreIllegals: boolean },
  ): {
    readonly value: string;
  };
}

/** Code as HTML with the classes of highlight.js around its parts; undefined where that could take long. */
export type Highlight = (text: string, grammar: string) => string | undefined;

// Many grammars take quadratic time over a long text, a long line or much white space.
const longest = 20_000;
const longestLine = 400;
const whiteSpace = /\s{100}/;
const isStretched = (text: string): boolean =>
  text.split('\n').some((line) => line.length >= longestLine) || whiteSpace.test(text);

/** The fields at the top of a Markdown file are YAML, of which its grammar knows nothing. */
const fields = /^---\n(?:.*\n)*?---\n/;

/**
 * Loads the engine and each grammar when it is first asked for. Every grammar has an engine of its own that knows
 * nothing else than what the grammar embeds, so that what a text becomes does not depend on the texts before it.
 */
export function createHighlight(): Highlight {
  const engines = new Map<string, Engine>();
  const engineOf = (grammar: string): Engine => {
    const known = engines.get(grammar);
    if (known) return known;
    const engine = (require('highlight.js/lib/core') as Engine).newInstance();
    for (const name of withEmbedded(grammar))
      engine.registerLanguage(name, require(`highlight.js/lib/languages/${name}`));
    engines.set(grammar, engine);
    return engine;
  };
  const coloured = (text: string, grammar: string): string =>
    text && engineOf(grammar).highlight(text, { language: grammar, ignoreIllegals: true }).value;
  return (text, grammar) => {
    if (text.length > longest || isStretched(text)) return undefined;
    const top = grammar === 'markdown' ? (fields.exec(text)?.[0] ?? '') : '';
    return coloured(top, 'yaml') + coloured(text.slice(top.length), grammar);
  };
}

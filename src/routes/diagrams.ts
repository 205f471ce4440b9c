import { createRequire } from 'node:module';
import type { Entry } from '../content/entry.ts';
import { diagnose, type Result, type Span } from '../diagnostics/diagnostic.ts';
import { placeAt } from '../diagnostics/place-at.ts';
import { contentsOf } from '../model/contents.ts';
import type { Site } from '../model/values.ts';

/** The package that draws diagrams. It is large and optional. */
const library = '@mermaid-js/tiny';

/** A fence for a diagram, or the class that makes one of a block; anywhere in a file, as fields hold Markdown too. */
const use = /(?:[`~]{3}[ \t{.]*|language-)mermaid\b/i;

export const hasDiagram = ({ source }: Entry): boolean => use.test(source.text);

/**
 * The library's file, where the site has a diagram to draw. A look at the text decides, as the routes are named before
 * anything is rendered. Without the package, diagrams are shown as their source.
 */
export function diagramLibrary(
  site: Site,
  find: () => string | undefined = findLibrary,
  ask = hasDiagram,
): Result<string | undefined> {
  const entry = contentsOf(site).find((content) => content.entry && ask(content.entry))?.entry;
  const value = entry && find();
  if (!entry || value !== undefined) return { value, diagnostics: [] };
  const problem = {
    code: 'no-diagram-library',
    message: `diagrams are shown as their source, as the package \`${library}\` is not installed`,
    help: `install it: \`npm install ${library}@11\``,
  } as const;
  return { value, diagnostics: [diagnose(problem, firstUse(entry))] };
}

/** The absolute path of what draws diagrams; undefined where it is not installed. */
export function findLibrary(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(library);
  } catch {
    return undefined;
  }
}

function firstUse({ source: { path, text } }: Entry): Span {
  const { index, 0: written } = use.exec(text)!;
  return { path, ...placeAt(text, index), length: written.length };
}

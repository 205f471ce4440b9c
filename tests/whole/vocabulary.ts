import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Declared {
  readonly parents: readonly string[];
  readonly properties: readonly string[];
}

/** The types of schema.org as `schema-dts` declares them: one interface each, after those whose properties it has, too. */
function readDeclarations(): ReadonlyMap<string, Declared> {
  const path = createRequire(import.meta.url)
    .resolve('schema-dts')
    .replace(/\.js$/, '.d.ts');
  const text = readFileSync(path, 'utf8');
  const interfaces = text.matchAll(/^(?:export )?interface (\w+)(?: extends ([\w, <>]+))? \{\n([\s\S]*?)^\}/gm);
  return new Map(
    [...interfaces].map(([, name = '', parents = '', body = '']) => [
      name,
      {
        parents: parents.split(', '),
        properties: [...body.matchAll(/^ {4}"(\w+)"\?:/gm)].map((found) => found[1]!),
      },
    ]),
  );
}

/** Gives the properties that schema.org has for a type; undefined where it has no such type. */
export function createVocabulary() {
  const declared = readDeclarations();
  const collect = (name: string): string[] => {
    const { parents = [], properties = [] } = declared.get(name) ?? {};
    return [...properties, ...parents.flatMap(collect)];
  };
  return (type: string): ReadonlySet<string> | undefined =>
    declared.has(`${type}Leaf`) ? new Set(collect(`${type}Leaf`)) : undefined;
}

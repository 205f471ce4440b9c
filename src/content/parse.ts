import { type Diagnostic, diagnose, type Result } from '../diagnostics/diagnostic.ts';
import type { Entry } from './entry.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Path } from './path.ts';
import { isKind, placeOf, readPermalink } from './permalink.ts';
import { contentFolder } from './scan.ts';
import { type Reading, readFields } from './schema/field.ts';
import { schemas } from './schema/kinds.ts';
import type { Source } from './source.ts';

/** Reads a file's front matter by the schema of its kind. The body is left as it is. */
export function parse(source: Source): Result<Entry> {
  const { data, body, locate, diagnostics: found } = readFrontMatter(source);
  const diagnostics: Diagnostic[] = [...found];
  const readingAt = (path: Path): Reading => ({
    path,
    problem: (problem, part = 'value') => diagnostics.push(diagnose(problem, locate(path, part, problem.within))),
    // Not a spread, which holds room for sixteen more, and there is a path for each field.
    at: (key) => readingAt(path.concat(key)),
  });
  const place = placeOf(source.path.slice(contentFolder.length + 1));
  const kind = kindOf(data) ?? place.kind;
  // Where front matter could not be read at all, each missing field would only be an echo of that.
  const reading = found.length ? { ...readingAt([]), problem: () => undefined } : readingAt([]);
  const { values, paths, unknown, missing } = readFields(schemas[kind], data, reading);
  let url = place.url;
  if (values.permalink) {
    const read = readPermalink(values.permalink.value);
    if ('url' in read) url = read.url;
    else diagnostics.push(diagnose(read.problem, locate(values.permalink.path)));
  }
  const complete = missing.length === 0 && !found.some(({ severity }) => severity === 'error');
  const entry = { kind, source, url, id: place.id, fields: values, paths, unknown, body, locate, complete } as Entry;
  return { value: entry, diagnostics };
}

/** What stands in for a file that cannot be read, so that naming it isn't a second mistake. */
export function unreadEntry(path: string): Entry {
  const { kind, url, id } = placeOf(path.slice(contentFolder.length + 1));
  const source = { path, hash: '', text: '' };
  const locate = () => ({ path, line: 1, column: 1, length: 1 });
  const body = { text: '', line: 1 };
  return {
    kind,
    source,
    url,
    id,
    fields: {},
    paths: new Map(),
    unknown: {},
    body,
    locate,
    complete: false,
  } as unknown as Entry;
}

function kindOf(data: Readonly<Record<string, unknown>>) {
  const layout = Object.entries(data).find(([key]) => key.toLowerCase() === 'layout')?.[1];
  const word = typeof layout === 'string' ? layout.trim().toLowerCase() : '';
  return isKind(word) ? word : undefined;
}

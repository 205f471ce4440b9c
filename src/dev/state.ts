import type { Planned } from '../builder.ts';
import { type Diagnostic, type Result, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { hashOfText, withoutFingerprints } from '../fingerprints.ts';
import { type Derived, isDerived } from '../output/derived.ts';
import type { Route } from '../routes/route.ts';

/** The site after one change: what its routes are, and what keeps it from being built. */
export interface State {
  readonly planned: Planned;
  readonly byPath: ReadonlyMap<string, Route>;
  /** Those whose names tell their bytes, by their paths without that. */
  readonly byPlainPath: ReadonlyMap<string, Route>;
  /** The addresses of the files that are published as they are, by the file's path. */
  readonly published: ReadonlyMap<string, string>;
  /** What was found before anything was rendered. */
  readonly diagnostics: readonly Diagnostic[];
  readonly errors: readonly Diagnostic[];
}

export interface Text {
  readonly text: string;
  /** Of the text in which files have their plain names: those that change are exchanged in place. */
  readonly hash: string;
}

/** A route as it was rendered; `content` is missing where it could not be. */
export interface RenderedRoute {
  readonly content: Text | { readonly file: string } | { readonly derived: Derived } | undefined;
  /** What else is published since this route names it, by its path. */
  readonly also: ReadonlyMap<string, Derived>;
  readonly diagnostics: readonly Diagnostic[];
  readonly errors: readonly Diagnostic[];
}

export function createState({ value: planned, diagnostics: found }: Result<Planned>): State {
  const diagnostics = sortDiagnostics(found);
  const entries = new Set(planned.entries.map(({ source }) => source.path));
  return {
    planned,
    byPath: new Map(planned.routes.map((route) => [route.path, route])),
    byPlainPath: new Map(planned.routes.flatMap((route) => (route.plain === undefined ? [] : [[route.plain, route]]))),
    published: new Map(planned.routes.flatMap(({ file, url }) => (file && !entries.has(file) ? [[file, url]] : []))),
    diagnostics,
    errors: errorsIn(diagnostics),
  };
}

export function renderRoute({ planned }: State, route: Route): RenderedRoute {
  const { value, diagnostics: found, also: named = [] } = route.render(planned.renderer);
  const diagnostics = sortDiagnostics(found);
  const errors = errorsIn(diagnostics);
  const also = new Map(named.flatMap(({ path, content }) => (isDerived(content) ? [[path, content]] : [])));
  const content = (): RenderedRoute['content'] => {
    if (typeof value !== 'string') return isDerived(value) ? { derived: value } : { file: value.copy };
    return errors.length ? undefined : { text: value, hash: hashOfText(withoutFingerprints(value)) };
  };
  return { content: content(), also, diagnostics, errors };
}

const errorsIn = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'error');

/** Where pages that are gone can be found: by the file that gave them, else by one with the same bytes. */
export function whereTheyWent(before: State, now: State): Map<string, string | undefined> {
  const gone = [...before.byPath.values()].filter(({ path }) => path.endsWith('.html') && !now.byPath.has(path));
  if (gone.length === 0) return new Map();
  const byFile = new Map(
    [...now.byPath.values()].flatMap(({ file, url, path }) => (file && path.endsWith('.html') ? [[file, url]] : [])),
  );
  const old = sources(before);
  const fresh = [...sources(now)].filter(([file]) => !old.has(file));
  const byHash = new Map(fresh.map(([file, hash]) => [hash, byFile.get(file)]));
  return new Map(
    gone.map(({ path, file = '' }) => [path, byFile.get(file) ?? byHash.get(old.get(file) ?? '')] as const),
  );
}

/** The hash of each file of content by its path. */
const sources = ({ planned }: State): Map<string, string> =>
  new Map(planned.entries.map(({ source }) => [source.path, source.hash]));

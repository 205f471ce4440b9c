import nunjucks from 'nunjucks';
import type { Words, WordsIn } from '../words/words.ts';
import { counted } from './bounded.ts';
import { named } from './template-error.ts';
import type { Templates } from './templates.ts';
import { createT } from './words.ts';

/** Nunjucks with the site's templates, and what these can call. */
export function createEnvironment(
  templates: Templates,
  filters: Readonly<Record<string, unknown>>,
  words: { readonly site: WordsIn; readonly now: () => Words },
): nunjucks.Environment {
  const environment = new nunjucks.Environment(loaderOf(templates) as unknown as nunjucks.ILoader, {
    autoescape: true,
    // Keeps an error's cause.
    dev: true,
  });
  for (const [name, filter] of Object.entries(filters))
    environment.addFilter(name, named(name, filter as (value: unknown) => unknown));
  environment.addGlobal('range', counted('range', environment.getGlobal('range')));
  for (const name of ['batch', 'slice', 'center', 'indent'] as const)
    environment.addFilter(name, counted(name, environment.getFilter(name)));
  environment.addGlobal('t', createT(words.now));
  environment.addGlobal('tSite', createT(words.site));
  return environment;
}

/** Of all filters, Nunjucks' own among them. */
export const filterNamesOf = (environment: nunjucks.Environment): readonly string[] =>
  Object.keys((environment as unknown as { readonly filters: object }).filters);

/** Nunjucks asks a loader for each name once and keeps the answer. */
function loaderOf(templates: Templates) {
  return {
    async: false,
    getSource(name: string) {
      const code = templates.get(name);
      return code ? { src: { type: 'code', obj: code }, path: name, noCache: false } : null;
    },
  };
}

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { en } from '../words/en.ts';
import { tableOf } from '../words/languages.ts';
import type { Checking } from './checking.ts';

/** Words of the theme that stand in English on a site in a language that isn't built in. */
export function checkWords({ site: { config } }: Pick<Checking, 'site'>): Diagnostic[] {
  const { language, words } = config;
  if (tableOf(language)) return [];
  const all = Object.keys(en);
  const missing = all.filter((key) => !Object.hasOwn(words, key));
  if (missing.length === 0) return [];
  const problem = {
    code: 'missing-words',
    message: `${missing.length} of the theme’s ${all.length} words are missing in \`${language}\` and stand in English`,
    help: `write them under \`words\`: \`${missing[0]}: …\``,
  } as const;
  return [diagnose(problem, config.locate('language'))];
}

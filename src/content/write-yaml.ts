import { CORE_SCHEMA, type DumpOptions, dump, load } from 'js-yaml';
import { attempt } from '../files.ts';

const usual: DumpOptions = { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true, noCompatMode: true };

/**
 * Fields, or a list, as an organizer would type them and `parseYaml` reads them: quotes only where a text would be taken
 * for something else, a text of several lines as it is.
 * @param more how else it is written; `flowLevel: 0` puts all on one line
 */
export function writeYaml(value: unknown, more: DumpOptions = {}): string {
  const json = JSON.stringify(value);
  // Single quotes would double each apostrophe.
  const quotingType = json.includes("'") && !/\\["\\]/.test(json) ? '"' : "'";
  const options = { ...usual, quotingType, ...more } as const;
  const text = dump(value, options);
  const read = (): string => JSON.stringify(load(text, { schema: CORE_SCHEMA }));
  // In flow style, the library leaves `a:{` without quotes.
  const isSure = more.flowLevel === undefined || attempt(read) === json;
  return isSure ? text : dump(value, { ...options, forceQuotes: true });
}

/** The text of a file of content: its fields in their order, and below an empty line its body, if it has one. */
export function writeContent(fields: Readonly<Record<string, unknown>>, body = ''): string {
  const text = body.replace(/^\s*\n/, '').trimEnd();
  return `---\n${writeYaml(fields)}---\n${text && `\n${text}\n`}`;
}

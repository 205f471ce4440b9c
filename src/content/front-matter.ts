import matter from 'gray-matter';
import { type Diagnostic, diagnose, type Problem } from '../diagnostics/diagnostic.ts';
import type { Locate } from './path.ts';
import type { Body, Source } from './source.ts';
import { createLocate, isRecord, parseYaml, type YamlFailure } from './yaml.ts';

export interface FrontMatter {
  /** Empty where there is none, or it could not be read. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: Body;
  readonly locate: Locate;
  readonly diagnostics: readonly Diagnostic[];
}

const opening = /^---[ \t]*([A-Za-z][\w-]*)?[ \t]*(?:\r\n|\r|\n|$)/;
const closing = /^(?:---|\.\.\.)[ \t]*$/m;
const fieldLine = /^[ \t]*["']?[\w-]+["']?[ \t]*:(?:[ \t]|$)/m;
const yamlNames = ['yaml', 'yml'];

/** Carries a failure through gray-matter, which knows exceptions only. */
class Refused extends Error {
  constructor(readonly failure: YamlFailure) {
    super(failure.problem.message);
  }
}

const yamlEngine = {
  parse(text: string): object {
    const parsed = parseYaml(text);
    if ('failure' in parsed) throw new Refused(parsed.failure);
    return parsed.value as object;
  },
  stringify: (): string => '',
};
// gray-matter would run `---js`; no language but YAML ever reaches it, and this holds if one did.
const refuse = (): never => {
  throw new Error('front matter is never run');
};
const engines = { yaml: yamlEngine, javascript: { parse: refuse, stringify: refuse } };

/** The offsets between which the YAML of a text's front matter stands, where there is any. */
export function placeOfYaml(text: string): { readonly start: number; readonly end: number } | undefined {
  const start = opening.exec(text)?.[0].length;
  const close = start === undefined ? undefined : closing.exec(text.slice(start));
  return start === undefined || !close ? undefined : { start, end: start + close.index };
}

/**
 * Separates front matter from body and reads it. A block that is closed by `---` or `...` counts; a file that merely
 * opens with a rule, with prose or a list below it, is all body.
 */
export function readFrontMatter(source: Source): FrontMatter {
  const { text, path } = source;
  const wholeBody = (problem?: Problem): FrontMatter => ({
    data: {},
    body: { text, line: 1 },
    locate: () => ({ path, line: 1, column: 1, length: 1 }),
    diagnostics: problem ? [diagnose(problem, { path, line: 1, column: 1, length: firstLineLength(text) })] : [],
  });
  const open = opening.exec(text);
  if (!open) return wholeBody();
  const language = open[1];
  if (language && !yamlNames.includes(language.toLowerCase()))
    return wholeBody({
      code: 'front-matter-language',
      message: `front matter in \`${language}\` is not read`,
      help: 'open it with a line of three dashes alone and write the fields as YAML',
    });
  const rest = text.slice(open[0].length);
  const close = closing.exec(rest);
  if (!close) {
    if (!fieldLine.test(firstLine(rest))) return wholeBody();
    return wholeBody({
      code: 'unclosed-front-matter',
      message: 'the front matter that begins here is never closed',
      help: 'put a line of three dashes (---) below the last field',
    });
  }
  const yaml = rest.slice(0, close.index);
  const afterClose = rest.slice(close.index + close[0].length);
  const body: Body = {
    text: afterClose.replace(/^(?:\r\n|\r|\n)/, ''),
    line: 2 + countLines(yaml) + (afterClose === '' ? 0 : 1),
  };
  const locate = createLocate(path, yaml, 2);
  let data: unknown;
  try {
    // A bare `---` would let it stop at `---more`; no line of ours is all dashes.
    data = matter(`---\n${yaml}\n---\n`, { engines, delimiters: ['---', '---\n'] }).data;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (!fieldLine.test(yaml)) return wholeBody();
    const { problem, line, column } = error.failure;
    // gray-matter hands over the rest of the opening line too, so its line 0 is the first of the file.
    const at = { path, line: line + 1, column: column + 1, length: 1 };
    return { data: {}, body, locate, diagnostics: [diagnose(problem, at)] };
  }
  if (data === null || isRecord(data)) return { data: data ?? {}, body, locate, diagnostics: [] };
  return wholeBody();
}

const countLines = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
const firstLine = (text: string): string => /^[^\r\n]*/.exec(text.trimStart())![0];
const firstLineLength = (text: string): number => firstLine(text).length;

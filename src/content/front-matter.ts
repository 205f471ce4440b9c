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

/** A text that opens with what may be front matter, divided before anything in it is read. */
export interface Divided {
  /** The offsets between which its YAML stands. */
  readonly start: number;
  readonly end: number;
  /** Where the line ends that closes it. */
  readonly closed: number;
  readonly body: string;
}

/** Undefined where there is no front matter, or none that is closed. */
export function divide(text: string): Divided | undefined {
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const rest = text.slice(start);
  const close = closing.exec(rest);
  if (!close) return undefined;
  const end = start + close.index;
  const closed = end + close[0].length;
  return { start, end, closed, body: text.slice(closed).replace(/^(?:\r\n|\r|\n)/, '') };
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
  const divided = divide(text);
  if (!divided) {
    if (!fieldLine.test(firstLine(text.slice(open[0].length)))) return wholeBody();
    return wholeBody({
      code: 'unclosed-front-matter',
      message: 'the front matter that begins here is never closed',
      help: 'put a line of three dashes (---) below the last field',
    });
  }
  const yaml = text.slice(divided.start, divided.end);
  const body: Body = {
    text: divided.body,
    line: 2 + countLines(yaml) + (divided.closed === text.length ? 0 : 1),
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

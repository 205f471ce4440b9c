import { type Diagnostic, diagnose, type Problem } from '../diagnostics/diagnostic.ts';
import { explainTemplate } from './template-reasons.ts';
import type { Templates } from './templates.ts';

/** A template that doesn't compile. Which one is certain; the line, from 1, is the compiler's. */
export class TemplateSyntaxError extends Error {
  constructor(
    message: string,
    readonly template: string,
    readonly line: number,
    readonly column: number,
    /** Where the file is no template at all: it cannot be read, or is no text. */
    readonly problem?: Problem,
  ) {
    super(message);
  }
}

interface Place {
  readonly template: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/**
 * What Nunjucks threw, as a diagnostic at one of the site's own templates. The engine names the template that was asked
 * for, with a line, sometimes off by one, of whichever template behind it failed. So a place is given only where the
 * word that the message is about is found there and nowhere else.
 *
 * What fails where none of the templates is the site's own is a bug of ours, and is thrown.
 */
export function templateDiagnostic(
  error: unknown,
  name: string,
  templates: Templates,
  filters: readonly string[],
): Diagnostic {
  const own = family(name, templates).filter(templates.isOwn);
  const syntax = syntaxErrorIn(error);
  if (syntax ? !templates.isOwn(syntax.template) : own.length === 0) throw bugIn(name, error);
  if (syntax?.problem) {
    const { template, line, column, problem } = syntax;
    return diagnose(problem, { path: templates.pathOf(template), line, column, length: 1 });
  }
  const text = error instanceof Error ? error.message : String(error);
  const said = syntax?.message ?? text.split('\n').map(withoutPlace).findLast(Boolean);
  const { message, help, written } = explainTemplate(said, { templates: templates.names(), filters });
  const line = Number(/\[Line (\d+)/.exec(text)?.[1]);
  const place = syntax ? placeOfSyntax(syntax, written, templates) : find(written, line, own, templates);
  if (place) {
    const { template, ...span } = place;
    return diagnose({ code: 'template-error', message, help }, { path: templates.pathOf(template), ...span });
  }
  const [path, ...others] = (own.length ? own : [name]).map(templates.pathOf);
  const notes = [`the engine does not say where${others.length ? `; it may be in ${others.join(' or ')}` : ''}`];
  const at = { path: path!, line: 1, column: 1, length: 1 };
  return diagnose({ code: 'template-error', message, notes, help }, at);
}

/** With the stack of what was thrown first, and the name of the template, which that doesn't have. */
function bugIn(name: string, error: unknown): Error {
  const first = firstCause(error);
  const bug = new Error(`the built-in template ${name} fails: ${first instanceof Error ? first.message : first}`);
  if (first instanceof Error) bug.stack = `${bug.message}\n${first.stack}`;
  return bug;
}

const firstCause = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? firstCause(error.cause) : error;

/** A filter that says its name where it fails, as what it throws is about its inside. */
export const named =
  <A extends unknown[], R>(name: string, filter: (...args: A) => R) =>
  (...args: A): R => {
    try {
      return filter(...args);
    } catch (error) {
      throw new Error(`filter failed: ${name}`, { cause: error });
    }
  };

/** Nunjucks wraps what a loader throws, and keeps the message alone; `cause` survives. */
function syntaxErrorIn(error: unknown): TemplateSyntaxError | undefined {
  if (error instanceof TemplateSyntaxError) return error;
  return error instanceof Error && error.cause !== undefined ? syntaxErrorIn(error.cause) : undefined;
}

const withoutPlace = (line: string): string =>
  line.replace(/^\s*(?:\([^()]+\))?\s*(?:\[Line[^\]]*\])?\s*(?:(?:Template render error|\w*Error):)?\s*/, '').trim();

function placeOfSyntax(
  { template, line, column }: TemplateSyntaxError,
  written: RegExp | undefined,
  templates: Templates,
): Place {
  const word = find(written, line, [template], templates);
  if (word?.line === line) return word;
  // An end of file is reported behind the last line.
  const last = (templates.text(template) ?? '').trimEnd().split('\n').length;
  return line > last ? { template, line: last, column: 1, length: 1 } : { template, line, column, length: 1 };
}

/** The one place that holds what is meant; among several, the one that the engine's line is next to. */
function find(
  written: RegExp | undefined,
  line: number,
  names: readonly string[],
  templates: Templates,
): Place | undefined {
  if (written === undefined) return undefined;
  const places = names.flatMap((template) =>
    (templates.text(template) ?? '').split('\n').flatMap((text, index): Place[] =>
      [...text.matchAll(written)].map(({ indices }) => {
        const [start, end] = indices![1]!;
        return { template, line: index + 1, column: start + 1, length: end - start };
      }),
    ),
  );
  const near = places.filter((place) => Math.abs(place.line - line) <= 1);
  return places.length === 1 ? places[0] : near.length === 1 ? near[0] : undefined;
}

const reference = /\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']/g;

/** A template and all that it draws on, as far as it names them in quotes. */
export function family(name: string, templates: Templates, seen: readonly string[] = []): string[] {
  if (seen.includes(name)) return [];
  const drawn = [...(templates.text(name) ?? '').matchAll(reference)].map((found) => found[1]!);
  return [...new Set([name, ...drawn.flatMap((each) => family(each, templates, [...seen, name]))])];
}

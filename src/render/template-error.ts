import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Templates } from './templates.ts';

/** A template that doesn't compile. Which one is certain; the line, from 1, is the compiler's. */
export class TemplateSyntaxError extends Error {
  constructor(
    message: string,
    readonly template: string,
    readonly line: number,
    readonly column: number,
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

const help = 'docs/theming.md lists what a template is given';

/**
 * What Nunjucks threw, as a diagnostic. It names the template that was asked for, with a line, sometimes off by one, of
 * whichever template behind it failed. So a place is given only where the word that the message is about is found there
 * and nowhere else.
 */
export function templateDiagnostic(error: unknown, name: string, templates: Templates): Diagnostic {
  const syntax = syntaxErrorIn(error);
  const text = error instanceof Error ? error.message : String(error);
  const message = syntax?.message ?? explain(text.split('\n').map(withoutPlace).findLast(Boolean));
  const line = Number(/\[Line (\d+)/.exec(text)?.[1]);
  const place = syntax
    ? placeOfSyntax(syntax, templates)
    : find(aboutWhat(message), line, family(name, templates), templates);
  if (place) {
    const { template, ...span } = place;
    return diagnose({ code: 'template-error', message, help }, { path: templates.pathOf(template), ...span });
  }
  const others = family(name, templates).slice(1).map(templates.pathOf);
  const notes = [`the engine does not say where${others.length ? `; it may be in ${others.join(' or ')}` : ''}`];
  const at = { path: templates.pathOf(name), line: 1, column: 1, length: 1 };
  return diagnose({ code: 'template-error', message, notes, help }, at);
}

/** Nunjucks wraps what a loader throws, and keeps the message alone; `cause` survives. */
function syntaxErrorIn(error: unknown): TemplateSyntaxError | undefined {
  if (error instanceof TemplateSyntaxError) return error;
  return error instanceof Error && error.cause !== undefined ? syntaxErrorIn(error.cause) : undefined;
}

const withoutPlace = (line: string): string =>
  line.replace(/^\s*(?:\([^()]+\))?\s*(?:\[Line[^\]]*\])?\s*(?:(?:Template render error|\w*Error):)?\s*/, '').trim();

function explain(message: string | undefined): string {
  if (message === undefined) return 'this template fails';
  return /Maximum call stack/.test(message) ? 'templates include each other without an end' : message;
}

/** The filter, template or name that a message speaks of. */
const aboutWhat = (message: string): string | undefined =>
  /not found: (\S+)/.exec(message)?.[1] ?? /["'`]?([\w-]+)["'\]`]*, which is/.exec(message)?.[1];

function placeOfSyntax({ template, line, column }: TemplateSyntaxError, templates: Templates): Place {
  // An end of file is reported behind the last line.
  const last = (templates.text(template) ?? '').trimEnd().split('\n').length;
  return line > last ? { template, line: last, column: 1, length: 1 } : { template, line, column, length: 1 };
}

/** The one place that holds the word; among several, the one that the engine's line is next to. */
function find(
  word: string | undefined,
  line: number,
  names: readonly string[],
  templates: Templates,
): Place | undefined {
  if (word === undefined) return undefined;
  const places = names.flatMap((template) =>
    (templates.text(template) ?? '').split('\n').flatMap((text, index): Place[] => {
      const column = text.indexOf(word);
      return column < 0 ? [] : [{ template, line: index + 1, column: column + 1, length: word.length }];
    }),
  );
  const near = places.filter((place) => Math.abs(place.line - line) <= 1);
  return places.length === 1 ? places[0] : near.length === 1 ? near[0] : undefined;
}

const reference = /\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']/g;

/** A template and all that it draws on. */
function family(name: string, templates: Templates, seen: readonly string[] = []): string[] {
  if (seen.includes(name)) return [];
  const drawn = [...(templates.text(name) ?? '').matchAll(reference)].map((found) => found[1]!);
  return [...new Set([name, ...drawn.flatMap((each) => family(each, templates, [...seen, name]))])];
}

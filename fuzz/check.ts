import ICAL from 'ical.js';
import { SaxesParser } from 'saxes';
import { Temporal } from 'temporal-polyfill';
import { createBuilder, renderAll } from '../src/builder.ts';
import { catalogue } from '../src/diagnostics/catalogue.ts';
import { type Diagnostic, sortDiagnostics } from '../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../src/diagnostics/format-github.ts';
import { formatText } from '../src/diagnostics/format-text.ts';
import type { Files } from '../src/files.ts';
import { isDerived } from '../src/output/derived.ts';
import { isCopy, type Output, textOf } from '../src/output/output.ts';
import { checkPaths } from '../src/output/plan.ts';
import { type Contents, filesOf } from '../tests/support.ts';
import { dangersIn, dataIn } from './dangers.ts';

/** A site to be built, from nothing but memory. */
export interface Input {
  readonly contents: Contents;
  readonly untrusted: boolean;
}

export interface Built {
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
}

const attacked = /MEETPRESSFUZZ|run\(/i;
const now = Temporal.Instant.from('2026-11-20T12:00:00Z');

/** Builds as the command line does, except that nothing is written. */
export function createBuild(theme: Files): (files: Files, untrusted: boolean) => Built {
  // One each: a builder keeps what it last rendered by.
  const builders = [false, true].map(() => createBuilder(theme));
  return (files, untrusted) => {
    const planned = builders[Number(untrusted)]!.plan(files, {
      now,
      drafts: false,
      overrides: untrusted ? { untrusted } : {},
    });
    const rendered = renderAll(planned.value);
    return {
      // What takes long to make is left empty.
      outputs: rendered.value.map(({ path, content }) => ({
        path,
        content: isDerived(content) ? new Uint8Array() : content,
      })),
      diagnostics: sortDiagnostics([...planned.diagnostics, ...rendered.diagnostics]),
    };
  };
}

/** Builds one site, and gives what is wrong with what came of it: `what: where: more`. Nothing for a sound one. */
export type Check = (input: Input) => string[];

export function createCheck(theme: Files): Check {
  const build = createBuild(theme);
  return ({ contents, untrusted }) => {
    let built: Built;
    try {
      built = build(filesOf(contents), untrusted);
    } catch (error) {
      return [`exception: ${error instanceof Error ? error.stack : error}`];
    }
    // What the templates of a site make is for them to answer.
    const ownTemplates = Object.keys(contents).some((path) => path.startsWith('templates/'));
    const failed = built.diagnostics.some(({ severity }) => severity === 'error');
    return [
      ...problemsOfDiagnostics(built.diagnostics, contents),
      // Of a build with errors nothing is written.
      ...(failed ? [] : problemsOfPaths(built.outputs)),
      ...(ownTemplates ? [] : built.outputs.flatMap((output) => problemsOf(output, untrusted))),
    ];
  };
}

/** Each points into a file that is there, and can be shown. */
export function problemsOfDiagnostics(diagnostics: readonly Diagnostic[], contents: Contents): string[] {
  const source = (path: string): string | undefined => {
    const found = contents[path];
    return found === undefined ? undefined : new TextDecoder().decode(Buffer.from(found));
  };
  const problems = diagnostics.flatMap(({ code, message, at }) => {
    if (!Object.hasOwn(catalogue, code) || message.trim() === '') return [`diagnostic: ${code}: it says nothing`];
    const lines = at && source(at.path)?.split(/\r\n|\r|\n/);
    if (!at || !lines) return [];
    const { line, column, length } = at;
    const within =
      line >= 1 && line <= lines.length && column >= 1 && column <= lines[line - 1]!.length + 1 && length >= 0;
    return within ? [] : [`diagnostic: ${code}: ${line}:${column}+${length} is no place in ${at.path}`];
  });
  const shown = formatText(diagnostics, { colour: false, source }) + formatGithub(diagnostics);
  return /[\0-\x09\x0b-\x1f\x7f-\x9f]/.test(shown)
    ? [...problems, 'diagnostic: a control character is printed']
    : problems;
}

/** Written apart from `isSafePath`, which it is to catch. */
export function problemsOfPaths(outputs: readonly Output[]): string[] {
  const unsafe = outputs.flatMap(({ path }) => {
    const parts = path.split('/');
    const safe =
      path === path.normalize('NFC') &&
      !/[\\\0-\x1f]/.test(path) &&
      parts.every((part) => part !== '' && part !== '.' && part !== '..') &&
      !/^[a-z]:/i.test(path) &&
      !['.git', '.meetpress'].includes(parts[0]!.toLowerCase());
    return safe ? [] : [`path: ${JSON.stringify(path)}`];
  });
  return [...unsafe, ...checkPaths(outputs).map(({ message }) => `path: ${message}`)];
}

/** What a reader of that format would trip over. */
export function problemsOf({ path, content }: Output, untrusted: boolean): string[] {
  if (isCopy(content)) return [];
  const text = textOf(content);
  const problem = (what: string) => (more: string) => `${what}: ${path}: ${more}`;
  if (/^\s*<!doctype html/i.test(text)) {
    // Marks of ours for what was left open.
    const marks = /[\u0001\u0005]\d+\u0002/.test(text) ? ['a mark is left'] : [];
    // Reading every page takes longer than making it; without an attack there is hardly ever anything to be found.
    const dangers = untrusted && attacked.test(text) ? dangersIn(text) : [];
    return [
      ...marks.map(problem('html')),
      ...dangers.map(problem('danger')),
      ...(dangers.length ? [] : dataIn(text).flatMap((data) => thrownBy(() => JSON.parse(data)))).map(
        problem('json-ld'),
      ),
    ];
  }
  if (path.endsWith('.json')) return thrownBy(() => JSON.parse(text)).map(problem('json'));
  if (path.endsWith('.xml'))
    return thrownBy(() => new SaxesParser({ xmlns: true }).write(text).close()).map(problem('xml'));
  if (path.endsWith('.ics'))
    return [
      ...thrownBy(() =>
        new ICAL.Component(ICAL.parse(text))
          .getAllSubcomponents('vevent')
          .map((event) => new ICAL.Event(event).startDate.toString()),
      ),
      ...(/(?<!\r)\n|\r(?!\n)/.test(text) ? ['a line ends otherwise than by CRLF'] : []),
      ...(text.split('\r\n').some((line) => Buffer.byteLength(line) > 75) ? ['a line is too long'] : []),
    ].map(problem('ics'));
  return [];
}

function thrownBy(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

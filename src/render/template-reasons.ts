import { closest } from '../diagnostics/suggest.ts';

/** What there is, for suggestions. */
export interface Offered {
  readonly templates: readonly string[];
  readonly filters: readonly string[];
}

/** Why a template fails, in the words of somebody who writes one. */
export interface Reason {
  readonly message: string;
  readonly help: string;
  /** Finds the word that is meant in a template: its first group. */
  readonly written?: RegExp;
}

const seeTheming = 'docs/theming.md lists what a template is given';
const openings = [
  'if',
  'for',
  'block',
  'macro',
  'set',
  'call',
  'filter',
  'raw',
  'extends',
  'include',
  'import',
  'from',
];
const closings = ['else', 'elif', ...openings.slice(0, 8).map((tag) => `end${tag}`)];

/** What ends too late or never, and so is reported behind its beginning. */
const unclosed: readonly (readonly [pattern: RegExp, message: string, help: string])[] = [
  [/expected variable end/, 'a `{{` above or here is not closed as it must be', 'close it with `}}`'],
  [/expected block end/, 'a `{%` above or here is not closed as it must be', 'close it with `%}`'],
  [/expected end of comment/, 'a `{#` above is never closed', 'close it with `#}`'],
  [/template names must be a string/, 'a template is wanted by a name that is nothing', 'write its name in quotes'],
];

/** The engine's reason, which is written for programmers. */
export function explainTemplate(reason: string | undefined, { templates, filters }: Offered): Reason {
  if (reason === undefined) return { message: 'this template fails', help: seeTheming };
  if (/Maximum call stack/.test(reason))
    return {
      message: 'templates include each other, or a macro calls itself, without an end',
      help: 'take out one of the includes or calls',
    };
  if (/longer than/.test(reason))
    return { message: reason, help: 'look for a loop that goes on and on', written: callOf('range') };
  const [, counting] = /^`(\w+)` would give more/.exec(reason) ?? [];
  if (counting)
    return {
      message: reason,
      help: 'write a smaller number',
      written: counting === 'range' ? callOf(counting) : filterNamed(counting),
    };
  if (/^Cannot read properties of|is not iterable|is not a function/.test(reason))
    return { message: 'a filter or function is given what it cannot use', help: seeTheming };
  const [, failed] = /^filter failed: (\S+)/.exec(reason) ?? [];
  if (failed)
    return {
      message: `the filter \`${failed}\` is given what it cannot use`,
      help: seeTheming,
      written: filterNamed(failed),
    };
  const [, missing] = /^cannot import '(.+)'/.exec(reason) ?? [];
  if (missing)
    return {
      message: `there is no macro \`${missing}\` to import`,
      help: 'a template that stands in for a built-in one needs all its macros',
      written: around('\\bimport\\b[^%]*?\\b', missing, '\\b'),
    };
  const [, kind, word] = /^(filter not found|template not found|unknown block tag): (\S+)/.exec(reason) ?? [];
  if (kind === 'filter not found')
    return {
      message: `there is no filter \`${word}\``,
      help: didYouMean(word!, filters) ?? seeTheming,
      written: filterNamed(word!),
    };
  if (kind === 'template not found')
    return {
      message: `there is no template \`${word}\``,
      help: didYouMean(word!, templates) ?? 'write its path below `templates/`, with `.njk`',
      written: around('["\']', word!, '["\']'),
    };
  if (kind && closings.includes(word!))
    return {
      message: `\`${word}\` does not belong here`,
      help: 'close what is open above it, or take it out',
      written: tag(word!),
    };
  if (kind)
    return {
      message: `there is no tag \`${word}\``,
      help: didYouMean(word!, [...openings, ...closings]) ?? 'show a value with `{{ … }}`',
      written: tag(word!),
    };
  const [, called] = /^Unable to call `([^`]+)`, which is/.exec(reason) ?? [];
  if (called) {
    // The engine writes `a.b` as `a["b"]`.
    const name = called.replace(/\["([^"\]]+)"\]/g, '.$1');
    return {
      message: `there is no function \`${name}\``,
      help: seeTheming,
      written: callOf(name),
    };
  }
  const [, message, help] = unclosed.find(([pattern]) => pattern.test(reason)) ?? [];
  return { message: message ?? reason.replace(/^parse\w+: |\.$/g, ''), help: help ?? seeTheming };
}

function didYouMean(word: string, names: readonly string[]): string | undefined {
  const meant = closest(word, names);
  return meant && `did you mean \`${meant}\`?`;
}

const filterNamed = (word: string): RegExp => around('(?:\\||\\{%-?\\s*filter)\\s*', word, '(?![\\w.])');

const callOf = (name: string): RegExp => around('(?<![\\w.])', name, '\\s*\\(');

const tag = (word: string): RegExp => around('\\{%-?\\s*', word, '(?!\\w)');

const around = (before: string, word: string, behind: string): RegExp =>
  new RegExp(`${before}(${word.replace(/[^\w\s]/g, '\\$&')})${behind}`, 'dg');

import { dateInFileName } from '../content/dates/file-date.ts';
import type { Entry } from '../content/entry.ts';

/** The title, else the first heading of the body, else the file's name. */
export function titleOf(entry: Entry): string {
  const written = 'name' in entry.fields ? (entry.fields.name ?? entry.fields.title) : entry.fields.title;
  return written ?? firstHeading(entry.body.text) ?? nameFromId(entry.id);
}

/** `2026-01-24-january-meetup` -> `January meetup`. A date alone stays as it is. */
export function nameFromId(id: string): string {
  const rest = dateInFileName(id)?.rest;
  if (rest === '') return id;
  const words = (rest ?? id).replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
/** What cannot be the text above an underline: a list, a quote, a table, HTML. */
const otherBlock = /^ {0,3}(?:[-+*>#|<]|\d+[.)])|^(?: {4}|\t|\s*$)/;

/** The text of the first heading outside of fenced code, without Markdown's marks. */
export function firstHeading(body: string): string | undefined {
  let fence: string | undefined;
  let above = '';
  for (const line of body.split(/\r\n|\r|\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (!fence || line.trim().startsWith(fence))) fence = fence ? undefined : mark;
    const written = /^ {0,3}#{1,6}[ \t]+(.*)$/
      .exec(line)?.[1]
      ?.trimEnd()
      .replace(/(?:^|[ \t])#+$/, '');
    const heading = written ?? (underline.test(line) && !otherBlock.test(above) ? above : undefined);
    if (heading && !fence) return withoutMarks(heading);
    above = mark ? '' : line;
  }
  return undefined;
}

function withoutMarks(heading: string): string {
  return heading
    .replace(/\{:?\s*(?:[.#]|[\w-]+=)[^{}]*\}\s*$/, '')
    .replace(/:(?:fontawesome|material|octicons|simple)-[a-z\d-]+:/g, '')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/`([^`]+)`|\\([!-/:-@[-`{-~])|[*`]|(?<!\w)_|_(?!\w)/g, '$1$2')
    .trim();
}

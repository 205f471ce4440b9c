import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import fc from 'fast-check';
import type { Contents } from '../tests/support.ts';
import { mostly, pick, some } from './pick.ts';
import { attack, body, words } from './texts.ts';

/** A file that somebody wrote, with its path in `content/`, or `site.yaml`. */
export interface Sample {
  readonly path: string;
  readonly text: string;
}

/** More would be measured, and not read, again and again. */
const longest = 20_000;
const folders = /(?:^|\/)_?(events|posts|people|venues|sponsors)\/(?:.*\/)?[^/]*$/;

/** The Markdown below some folders, and the files that configure its sites. */
export function readCorpus(roots: readonly string[]): Sample[] {
  return roots.flatMap((root) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile() && /\.(?:md|markdown)$|^site\.yaml$/.test(item.name))
      .map((item) => join(item.parentPath, item.name))
      .sort()
      .map((file) => ({ path: pathOf(relative(root, file).split(sep).join('/')), text: readFileSync(file, 'utf8') }))
      .filter(({ text }) => text.length <= longest),
  );
}

/** Where a file of any generator belongs in ours. */
function pathOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder = folders.exec(path)?.[1];
  return name === 'site.yaml' ? name : `content/${folder ? `${folder}/` : ''}${name}`;
}

type Edit = (text: string, other: string) => string;

const cutLines = (change: (lines: string[], at: number, count: number) => string[]) =>
  fc.tuple(fc.nat(), fc.nat(6)).map(
    ([at, count]): Edit =>
      (text) => {
        const lines = text.split('\n');
        return change(lines, at % lines.length, count + 1).join('\n');
      },
  );
const insert = (what: fc.Arbitrary<string>) =>
  fc.tuple(fc.nat(), fc.nat(4), what).map(
    ([at, gone, put]): Edit =>
      (text) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + put + text.slice(from + gone);
      },
  );
/** At the place of a value in front matter, which one in ten places is not. */
const setValue = fc.tuple(fc.nat(), words).map(
  ([at, value]): Edit =>
    (text) => {
      const values = [...text.slice(0, 1500).matchAll(/^([\w-]+:[ \t]*).*$/gm)];
      const found = values[at % (values.length || 1)];
      return found ? text.slice(0, found.index) + found[1] + value + text.slice(found.index + found[0].length) : text;
    },
);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  cutLines((lines, at, count) => lines.toSpliced(at, count)),
  cutLines((lines, at, count) => lines.toSpliced(at, 0, ...lines.slice(at, at + count))),
  cutLines((lines, at, count) => lines.toSpliced(at, 0, ...lines.slice(0, count))),
  cutLines((lines, at, count) =>
    lines.map((line, index) => (index >= at && index < at + count ? `    ${line}` : line)),
  ),
  cutLines((lines, at, count) => [...lines.slice(at), ...lines.slice(0, at + count)]),
  setValue,
  setValue,
  insert(attack),
  insert(body),
  insert(words),
  insert(
    pick(
      ':',
      '"',
      "'",
      '\t',
      '\0',
      '\ufeff',
      '---\n',
      '...\n',
      '{',
      '}',
      '[',
      '`',
      '```\n',
      '<',
      '>',
      '&',
      '-->',
      '%',
      '\\',
      '\r',
      '\ud800',
      '#',
    ),
  ),
  fc.nat().map(
    (at): Edit =>
      (text) =>
        text.slice(0, at % (text.length + 1)),
  ),
  fc.nat().map(
    (at): Edit =>
      (text, other) =>
        text.slice(0, at % (text.length + 1)) + other.slice(at % (other.length + 1)),
  ),
  fc.nat(9).map(
    (digit): Edit =>
      (text) =>
        text.replace(/\d/g, (known, at: number) => (at % 7 === digit ? `${digit}` : known)),
  ),
  fc.tuple(fc.nat(), fc.nat(40), pick(2, 10, 200)).map(
    ([at, length, times]): Edit =>
      (text) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + text.slice(from, from + length).repeat(times) + text.slice(from);
      },
  ),
  pick('\r\n', '\r').map(
    (end): Edit =>
      (text) =>
        text.replaceAll('\n', end),
  ),
);

/** Bytes that are no text, once in a while. */
const ending = mostly(40, fc.constant(undefined), fc.uint8Array({ minLength: 1, maxLength: 4 }));

/** A few files of a corpus as one site, most of them changed. */
export function mutated(corpus: readonly Sample[]): fc.Arbitrary<Contents> {
  if (corpus.length === 0) throw new Error('there is no Markdown in the folders to start from');
  const sample = fc.nat(corpus.length - 1).map((index) => corpus[index]!);
  const file = fc.tuple(sample, sample, some(edit, 4), ending).map(([{ path, text }, other, edits, bytes]) => {
    const changed = edits.reduce((each, change) => change(each, other.text), text);
    return [path, bytes ? Buffer.concat([Buffer.from(changed), bytes]) : changed] as const;
  });
  return fc.array(file, { minLength: 1, maxLength: 3 }).map((files) => Object.fromEntries(files));
}

import { hash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { attempt } from '../files.ts';
import { families } from '../markdown/icon-library.ts';
import type { Rendered } from '../markdown/rendered.ts';
import { makeOwnFolder, ownFolderIn } from '../output/own-folder.ts';
import { versionOf } from '../version.ts';
import type { Body } from './bodies.ts';
import type { Supply } from './supply.ts';
import { program } from './threads.ts';

export interface KeptBodies {
  readonly supply: Supply;
  /** Writes down what this build used. Whether that works changes nothing but the next build's time. */
  save(): void;
}

/** In bytes. What is longer is made anew each time. */
const longest = 256 * 1024 ** 2;
const sumLength = 20;

/** What makes bodies and isn't in the program itself. */
const packages = ['highlight.js', 'markdown-it-emoji', ...families.map(({ source }) => source)];

/**
 * The bodies of the last build, in `.meetpress/bodies` of the site's folder: one is taken again where text, language,
 * options and program are the same. A file that was cut off or changed counts as nothing, and so does what strangers sent.
 * @param supply makes those that are missing
 * @param code names what makes bodies; without it nothing is kept
 */
export function openKeptBodies(root: string, supply: Supply, code = nameOfCode()): KeptBodies {
  let save = (): void => undefined;
  return {
    supply(bodies, options, render) {
      if (options.untrusted || code === undefined) return supply(bodies, options, render);
      const stamp = hash('sha1', JSON.stringify([code, options]));
      const file = join(ownFolderIn(root), 'bodies');
      const kept = attempt(() => readKept(file, stamp)) ?? new Map<string, Rendered>();
      const keys = bodies.map(keyOf);
      const missing = [...keys.keys()].filter((index) => !kept.has(keys[index]!));
      const make = supply(
        missing.map((index) => bodies[index]!),
        options,
        render,
      );
      const placeOf = new Map(missing.map((index, place) => [index, place]));
      const made = new Map<string, Rendered>();
      save = () => {
        if (made.size === 0) return;
        const used = keys.flatMap((key) => {
          const rendered = kept.get(key) ?? made.get(key);
          return rendered ? [[key, rendered] as const] : [];
        });
        attempt(() => write(root, file, stamp, new Map(used)));
      };
      return (index) => {
        const place = placeOf.get(index);
        if (place === undefined) return kept.get(keys[index]!)!;
        const rendered = make(place);
        made.set(keys[index]!, rendered);
        return rendered;
      };
    },
    save: () => save(),
  };
}

const keyOf = ({ text, language }: Body): string => hash('sha1', `${language}\n${text}`);

/** Undefined where the program isn't compiled: a part of it may change at any time. */
function nameOfCode(): string | undefined {
  // It names the parts that it imports, and these are named by what is in them.
  const code = attempt(() => readFileSync(program, 'utf8'));
  return code && JSON.stringify([code, packages.map(versionOf), process.versions.icu]);
}

function readKept(file: string, stamp: string): Map<string, Rendered> | undefined {
  const bytes = readFileSync(file);
  const content = bytes.subarray(sumLength);
  if (!bytes.subarray(0, sumLength).equals(sumOf(stamp, content))) return undefined;
  return deserialize(content) as Map<string, Rendered>;
}

function write(root: string, file: string, stamp: string, bodies: ReadonlyMap<string, Rendered>): void {
  const content = serialize(bodies);
  if (content.length > longest) return;
  makeOwnFolder(root);
  const temporary = `${file}-${process.pid}`;
  writeFileSync(temporary, Buffer.concat([sumOf(stamp, content), content]));
  renameSync(temporary, file);
}

/** The stamp takes part, so that what was made otherwise doesn't fit. */
const sumOf = (stamp: string, content: Uint8Array): Buffer =>
  Buffer.from(hash('sha1', Buffer.concat([Buffer.from(stamp), content])), 'hex');

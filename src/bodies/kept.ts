import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from '../files.ts';
import { families } from '../markdown/icon-library.ts';
import type { Rendered } from '../markdown/rendered.ts';
import { makeOwnFolder, ownFolderIn } from '../output/own-folder.ts';
import { versionOf } from '../version.ts';
import type { Body } from './bodies.ts';
import { readPieces, writePieces } from './pieces.ts';
import type { Supply } from './supply.ts';
import { bodyCode } from './threads.ts';

type Pair = readonly [key: string, rendered: Rendered];

export interface KeptBodies {
  readonly supply: Supply;
  /** Writes down what this build used. Whether that works changes nothing but the next build's time. */
  save(): void;
}

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
      const kept = new Map<string, Rendered>();
      attempt(() => {
        for (const pairs of readPieces<Pair>(file, stamp)) for (const pair of pairs) kept.set(...pair);
      });
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
        const used = [...new Set(keys)].flatMap((key): Pair[] => {
          const rendered = kept.get(key) ?? made.get(key);
          return rendered ? [[key, rendered]] : [];
        });
        attempt(() => {
          makeOwnFolder(root);
          writePieces(file, stamp, used);
        });
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
  const code = attempt(() => hash('sha1', readFileSync(bodyCode)));
  return code && JSON.stringify([code, packages.map((name) => versionOf(name)), process.versions.icu]);
}

import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { WrongCall } from '../commands/io.ts';
import { limits } from '../limits.ts';
import { slugify } from '../slug.ts';
import type { Data } from './input.ts';
import { pictureFields } from './things.ts';

const endings = ['.svg', '.png', '.jpg', '.jpeg', '.webp', '.gif', '.avif'];

/** Fields in which pictures are named as files beside the entry, and those files by their names. */
export interface WithPictures {
  readonly data: Data;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads the pictures that flags name by a path on this machine. Addresses, and paths in the site, stay as they are.
 * Throws `WrongCall`.
 */
export function readPictures(flags: Data, root: string): WithPictures {
  const data = { ...flags };
  const pictures = new Map<string, Uint8Array>();
  for (const field of pictureFields) {
    const written = flags[field];
    if (typeof written !== 'string' || /^[a-z][a-z\d+.-]+:/i.test(written)) continue;
    if (written.startsWith('/') && existsSync(join(root, written))) continue;
    const ending = extname(written).toLowerCase();
    if (!endings.includes(ending))
      throw new WrongCall(`--${field}: ${written} is no picture; it ends in none of ${endings.join(', ')}`);
    const name = `${slugify(basename(written, extname(written)))}${ending}`;
    pictures.set(name, readPicture(field, resolve(written)));
    data[field] = name;
  }
  return { data, pictures };
}

function readPicture(field: string, path: string): Uint8Array {
  try {
    const bytes = readFileSync(path);
    if (bytes.length <= limits.picture) return bytes;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new WrongCall(
      `--${field}: ${code === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be read (${code})`}`,
    );
  }
  throw new WrongCall(`--${field}: ${path} has more than ${limits.picture / 1024 ** 2} MB`);
}

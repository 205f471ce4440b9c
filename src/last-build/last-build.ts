import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { readPieces, writePieces } from '../bodies/pieces.ts';
import { type ClockSpan, isWithin } from '../clock.ts';
import { attempt, createFiles, type Files } from '../files.ts';
import type { Output } from '../output/output.ts';
import { makeOwnFolder, ownFolderIn } from '../output/own-folder.ts';
import { isStill, type Left, leftBy } from './outputs.ts';
import { type Answers, gives, traced } from './trace.ts';

/** What a build depends on that is no file: plain data, as JSON has it. */
export interface Terms {
  /** The site's folder, absolute. */
  readonly root: string;
  /** The folder of the built-in templates and assets. */
  readonly theme: string;
  /** The output folder, absolute. */
  readonly out: string;
  readonly [option: string]: unknown;
}

/** All that a build depended on, and what came of it: `S`, plain data. */
interface Record<S> {
  readonly span: ClockSpan;
  readonly site: Answers;
  readonly theme: Answers;
  readonly left: readonly Left[];
  readonly said: S;
}

export interface LastBuild<S> {
  /** The folders that a build is to read, which take note of it. */
  readonly site: Files;
  readonly theme: Files;
  /** What the last build said, where one at this instant would find, make and say the same; undefined otherwise. */
  stillSays(now: Temporal.Instant): S | undefined;
  /**
   * Writes down a build that succeeded. Whether that works changes nothing but the next build's time.
   * @param said what another build right after it would say
   */
  keep(outputs: readonly Output[], span: ClockSpan, said: S): void;
}

/** `un_trusted` and the like mean the same in `site.yaml`. */
const mayBeUntrusted = (site: Files): boolean =>
  /untrusted/i.test(
    Buffer.from(attempt(() => site.readIfThere('site.yaml')) ?? [])
      .toString()
      .replace(/[-_]/g, ''),
  );

/**
 * The last build, in `.meetpress/last-build` of the site's folder. It counts as nothing where it was made by another program
 * or on other terms, was cut off or changed, and where `site.yaml` may say that strangers send to the site.
 * @param program names what builds
 */
export function openLastBuild<S>(terms: Terms, program: string): LastBuild<S> {
  const { root, theme, out } = terms;
  const plain = { site: createFiles(root), theme: createFiles(theme) };
  const asked = { site: traced(plain.site), theme: traced(plain.theme) };
  const stamp = JSON.stringify([program, terms]);
  const file = join(ownFolderIn(root), 'last-build');
  const recorded = (): Record<S> | undefined => attempt(() => [...readPieces<Record<S>>(file, stamp)][0]?.[0]);
  return {
    site: asked.site.files,
    theme: asked.theme.files,
    stillSays(now) {
      if (mayBeUntrusted(plain.site)) return undefined;
      const last = recorded();
      const isSame =
        last !== undefined &&
        isWithin(last.span, now) &&
        gives(plain.site, last.site) &&
        gives(plain.theme, last.theme) &&
        attempt(() => isStill(out, last.left));
      return isSame ? last.said : undefined;
    },
    keep(outputs, span, said) {
      const [site, theme] = [asked.site.answers(), asked.theme.answers()];
      if (!site || !theme) return;
      attempt(() => {
        makeOwnFolder(root);
        writePieces(file, stamp, [{ span, site, theme, left: leftBy(out, outputs), said } satisfies Record<S>]);
      });
    },
  };
}

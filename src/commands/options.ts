import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { BuildOptions } from '../builder.ts';
import { parseSiteUrl } from '../config/schema.ts';
import { checkOutDir } from '../output/out-dir.ts';
import { WrongCall } from './io.ts';

/** The options of `build` and `check` as they were typed. */
export interface BuildFlags {
  readonly root?: string;
  readonly out?: string;
  readonly now?: string;
  readonly baseUrl?: string;
  readonly drafts?: boolean;
  readonly strict?: boolean;
  readonly untrusted?: boolean;
  readonly format?: string;
  readonly quiet?: boolean;
}

export const formats = ['text', 'json', 'github'] as const;

export interface Call {
  /** Absolute. */
  readonly root: string;
  readonly out: string;
  readonly options: BuildOptions;
  readonly strict: boolean;
  readonly format: (typeof formats)[number];
  readonly quiet: boolean;
}

/** Checks a call. Throws `WrongCall`. */
export function readCall(flags: BuildFlags, environment: Readonly<Record<string, string | undefined>>): Call {
  const root = resolve(flags.root ?? '.');
  if (!existsSync(root) || !statSync(root).isDirectory()) throw new WrongCall(`--root: there is no folder ${root}`);
  const out = resolve(flags.out ?? resolve(root, 'dist'));
  const reason = checkOutDir(root, out);
  if (reason) throw new WrongCall(`--out: ${reason}`);
  const url = flags.baseUrl === undefined ? undefined : parseSiteUrl(flags.baseUrl);
  if (flags.baseUrl !== undefined && !url)
    throw new WrongCall(`--base-url: \`${flags.baseUrl}\` is no full address, such as https://example.org/name/`);
  const format = formats.find((each) => each === (flags.format ?? 'text'));
  if (!format) throw new WrongCall(`--format: \`${flags.format}\` is none of ${formats.join(', ')}`);
  return {
    root,
    out,
    format,
    strict: flags.strict ?? false,
    quiet: flags.quiet ?? false,
    options: {
      now: readNow(flags.now, environment.SOURCE_DATE_EPOCH),
      drafts: flags.drafts ?? false,
      overrides: { ...(url && { url }), ...(flags.untrusted && { untrusted: true }) },
    },
  };
}

/** `--now`, else `SOURCE_DATE_EPOCH` (seconds), else the clock. A date alone is its beginning in UTC. */
function readNow(written: string | undefined, epoch: string | undefined): Temporal.Instant {
  if (written !== undefined)
    try {
      return Temporal.Instant.from(/^\d{4}-\d\d-\d\d$/.test(written) ? `${written}T00:00Z` : written);
    } catch {
      throw new WrongCall(`--now: \`${written}\` is no instant, such as 2026-10-06T19:00:00Z`);
    }
  if (epoch === undefined || epoch === '') return Temporal.Now.instant();
  if (!/^\d{1,12}$/.test(epoch)) throw new WrongCall(`SOURCE_DATE_EPOCH: \`${epoch}\` is no number of seconds`);
  return Temporal.Instant.fromEpochMilliseconds(Number(epoch) * 1000);
}

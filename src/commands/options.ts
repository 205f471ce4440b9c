import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { BuildOptions } from '../builder.ts';
import { addressVariable, type HostAddress, hostAddress } from '../config/host-address.ts';
import { parseSiteUrl } from '../config/site-url.ts';
import { closest, listOf } from '../diagnostics/suggest.ts';
import { createFiles, type Files } from '../files.ts';
import { checkOutDir, leadsAway } from '../output/out-dir.ts';
import { parseShard, type Shard, wholeSite } from '../shard-name.ts';
import { WrongCall } from './io.ts';

/** The options of every command that reads a site, as they were typed. */
export interface SiteFlags {
  readonly root?: string;
  readonly now?: string;
  readonly baseUrl?: string;
  readonly drafts?: boolean;
  readonly untrusted?: boolean;
  readonly trusted?: string;
  /** `false` leaves pictures as they are. */
  readonly images?: boolean;
}

/** The options of `build` and `check` as they were typed. */
export interface BuildFlags extends SiteFlags {
  readonly out?: string;
  readonly strict?: boolean;
  readonly format?: string;
  readonly quiet?: boolean;
  /** `build` alone has it. */
  readonly shard?: string;
}

export const formats = ['text', 'json', 'github'] as const;

/** A site, and how it is to be read. */
export interface SiteCall {
  /** Absolute. */
  readonly root: string;
  readonly options: BuildOptions;
}

export interface Call extends SiteCall {
  readonly out: string;
  readonly strict: boolean;
  readonly format: (typeof formats)[number];
  readonly quiet: boolean;
  readonly shard: Shard;
  /** Where the machine that builds says that the site will be. */
  readonly host: HostAddress | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Checks a call. Throws `WrongCall`. */
export function readCall(flags: BuildFlags, environment: Environment): Call {
  const site = readSite(flags, environment);
  const out = resolve(flags.out ?? resolve(site.root, 'dist'));
  const reason = checkOutDir(site.root, out) ?? (flags.untrusted ? leadsAway(site.root, out) : undefined);
  if (reason) throw new WrongCall(`--out: ${reason}`);
  const format = oneOf('--format', flags.format ?? 'text', formats);
  const host = hostAddress(environment);
  if (environment[addressVariable] && !host)
    throw new WrongCall(`${addressVariable}: \`${environment[addressVariable]}\` is no full address of a site`);
  const { overrides } = site.options;
  const options = {
    ...site.options,
    overrides: host?.preview ? { url: host.url, ...overrides } : { ...overrides, ...(host && { hostUrl: host.url }) },
  };
  const shard = flags.shard === undefined ? wholeSite : parseShard(flags.shard);
  if (!shard)
    throw new WrongCall(`--shard: \`${flags.shard}\` is no part of a whole, such as 2/3 for the second of three`);
  return { ...site, options, host, out, format, strict: flags.strict ?? false, quiet: flags.quiet ?? false, shard };
}

/** One of the words that an option takes, in letters of any case. Throws `WrongCall`. */
export function oneOf<T extends string>(flag: string, written: string, known: readonly T[]): T {
  const found = known.find((each) => each === written.toLowerCase());
  if (found) return found;
  const meant = closest(written, known);
  const help = meant ? `did you mean \`${meant}\`?` : `choose ${listOf(known)}`;
  throw new WrongCall(`${flag}: \`${written}\` is not known; ${help}`);
}

/** Checks what every command that reads a site takes. Throws `WrongCall`. */
export function readSite(flags: SiteFlags, environment: Environment): SiteCall {
  const root = resolve(flags.root ?? '.');
  if (!existsSync(root) || !statSync(root).isDirectory()) throw new WrongCall(`--root: there is no folder ${root}`);
  const trusted = readTrusted(flags);
  const url = flags.baseUrl === undefined ? undefined : parseSiteUrl(flags.baseUrl);
  if (flags.baseUrl !== undefined && !url)
    throw new WrongCall(`--base-url: \`${flags.baseUrl}\` is no full address, such as https://example.org/name/`);
  return {
    root,
    options: {
      now: readNow(flags.now, environment.SOURCE_DATE_EPOCH),
      drafts: flags.drafts ?? false,
      ...(trusted && { trusted }),
      overrides: {
        ...(url && { url }),
        ...(flags.untrusted && { untrusted: true }),
        ...(flags.images === false && { images: false }),
      },
    },
  };
}

/** The folder whose templates and scripts stand in for those of strangers. */
function readTrusted({ trusted, untrusted }: SiteFlags): Files | undefined {
  if (trusted === undefined) return undefined;
  if (!untrusted) throw new WrongCall('--trusted: only a build with --untrusted needs it');
  if (!existsSync(trusted) || !statSync(trusted).isDirectory())
    throw new WrongCall(`--trusted: there is no folder ${resolve(trusted)}`);
  return createFiles(resolve(trusted));
}

/** `--now`, else `SOURCE_DATE_EPOCH` (seconds), else the clock. A date alone is its beginning in UTC. Throws `WrongCall`. */
export function readNow(written: string | undefined, epoch: string | undefined): Temporal.Instant {
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

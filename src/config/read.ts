import type { Path } from '../content/path.ts';
import { tryRead } from '../content/scan.ts';
import { type Reading, readFields } from '../content/schema/field.ts';
import { decode, type Unreadable } from '../content/utf8.ts';
import { createLocate, isRecord, parseYaml } from '../content/yaml.ts';
import { type Diagnostic, diagnose, type Result } from '../diagnostics/diagnostic.ts';
import type { Files } from '../files.ts';
import type { Config, SiteUrl } from './config.ts';
import { configSchema } from './schema.ts';

export const configFile = 'site.yaml';

/** What a command line says, which outweighs `site.yaml`. */
export interface ConfigOverrides {
  readonly url?: SiteUrl;
  /** Stands where neither says where the site will live. */
  readonly hostUrl?: SiteUrl;
  readonly untrusted?: boolean;
  readonly images?: boolean;
}

const nothing = new Uint8Array();

/**
 * Reads `site.yaml`. Where there is none, or a field of it can't be read, the defaults stand.
 * @param configOf makes a configuration of bytes, or takes the one that it made of them before
 */
export function readConfig(files: Files, overrides: ConfigOverrides = {}, configOf = parseConfig): Result<Config> {
  return configOf(
    tryRead(() => files.readIfThere(configFile) ?? nothing),
    overrides,
  );
}

/** The configuration that bytes hold; the defaults where they could not be read. */
export function parseConfig(bytes: Uint8Array | Unreadable, overrides: ConfigOverrides): Result<Config> {
  const diagnostics: Diagnostic[] = [];
  const decoded = 'code' in bytes ? bytes : decode(bytes);
  const start = { path: configFile, line: 1, column: 1, length: 1 };
  if (typeof decoded !== 'string')
    diagnostics.push(diagnose(decoded, { ...start, line: decoded.line, column: decoded.column }));
  // Some close it as they close front matter.
  const yaml = typeof decoded === 'string' ? decoded.replace(/(?<=[\r\n])(?:---|\.\.\.)\s*$/, '') : '';
  const locate = createLocate(configFile, yaml, 1);
  const parsed = parseYaml(yaml);
  let data: Readonly<Record<string, unknown>> = {};
  if ('failure' in parsed) {
    const { problem, line, column } = parsed.failure;
    diagnostics.push(diagnose(problem, { ...start, line: line + 1, column: column + 1 }));
  } else if (isRecord(parsed.value)) data = parsed.value;
  else if (parsed.value !== null)
    diagnostics.push(
      diagnose(
        {
          code: 'wrong-type',
          message: 'this is not a list of settings',
          help: 'write one on each line, as `title: My Meetup`',
        },
        start,
      ),
    );

  const isUnread = diagnostics.length > 0;
  const readingAt = (path: Path): Reading => ({
    path,
    problem: (problem, part = 'value') => diagnostics.push(diagnose(problem, locate(path, part, problem.within))),
    at: (key) => readingAt([...path, key]),
  });
  const { values, unknown, paths } = readFields(configSchema, data, readingAt([]));
  return {
    value: {
      title: values.title,
      description: values.description,
      url: overrides.url ?? values.url ?? overrides.hostUrl,
      language: values.language ?? 'en',
      timezone: values.timezone ?? 'UTC',
      zoneRefused: !values.timezone && (isUnread || paths.has('timezone')),
      logo: values.logo,
      nav: values.nav,
      social: values.social ?? [],
      accent: values.accent,
      sponsors: values.sponsors ?? [],
      series: values.series ?? [],
      speak: values.speak,
      chat: values.chat,
      copyright: values.copyright,
      hashtags: values.hashtags ?? [],
      edit: values.edit,
      postsPerPage: values.posts_per_page || 20,
      words: values.words ?? {},
      typography: values.typography ?? false,
      csp: values.csp ?? {},
      untrusted: overrides.untrusted ?? values.untrusted ?? false,
      images: overrides.images ?? values.images ?? true,
      search: values.search ?? true,
      cards: values.cards ?? true,
      headers: values.headers ?? false,
      checkIgnores: values.check?.values.ignore ?? [],
      extra: { ...unknown, ...values.extra },
      locate(field, index) {
        const path = paths.get(field) ?? [];
        return locate(index === undefined ? path : [...path, index]);
      },
      locatePath: locate,
    },
    diagnostics,
  };
}

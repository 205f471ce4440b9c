import { join } from 'node:path';
import { tryRead } from '../content/scan.ts';
import { decode } from '../content/utf8.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { type Files, filesIn } from '../files.ts';
import { sameBytes } from '../output/same.ts';
import { templateFolder } from '../render/templates.ts';
import { dangerIn } from './inert-svg.ts';

/** What is published as it is, from where, and what there is to say about what isn't. */
export interface Chosen {
  readonly published: readonly { readonly path: string; readonly from: Files }[];
  /** Paths of those that are there and not published. */
  readonly withheld: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Files that a browser shows, plays or saves, and never runs; nor does a host read its settings from one. */
const passive =
  /\.(?:png|apng|jpe?g|gif|webp|avif|bmp|ico|pdf|txt|csv|ics|vcf|woff2?|ttf|otf|mp3|m4a|oga|ogg|opus|wav|flac|mp4|m4v|webm|ogv|mov|vtt|srt|odp|odt|ods|pptx|docx|xlsx|key|zip)$/i;

/**
 * Chooses what of a stranger's files may be published: pictures, documents and the like. Whatever could run code in
 * a visitor's browser is taken from the trusted folder instead, where that has it.
 */
export function chooseFiles(paths: readonly string[], site: Files, trusted: Files | undefined): Chosen {
  const isTrusted = createIsTrusted(trusted);
  const chosen = paths.map((path) => {
    const danger = dangerOf(path, site);
    if (!danger) return { path, from: site };
    const from = isTrusted(path) ? trusted : undefined;
    if (from && isSame(path, site, from)) return { path, from };
    const message = `${danger.message}, so ${from ? 'the trusted one is published' : 'it is not published'}`;
    return { path, from, diagnostic: untrustedFile(message, path, danger.line) };
  });
  return {
    published: chosen.flatMap(({ path, from }) => (from ? [{ path, from }] : [])),
    withheld: chosen.flatMap(({ path, from }) => (from ? [] : [path])),
    diagnostics: chosen.flatMap(({ diagnostic }) => diagnostic ?? []),
  };
}

/** Templates that a stranger added or changed: they are not used. */
export function ignoredTemplates(site: Files, trusted: Files | undefined): Diagnostic[] {
  const isTrusted = createIsTrusted(trusted);
  return (site.list(templateFolder) ?? []).flatMap(({ path, type }) => {
    const from = isTrusted(path) ? trusted : undefined;
    if (type !== 'file' || (from && isSame(path, site, from))) return [];
    return untrustedFile(`templates are code, so ${from ? 'the trusted one' : 'none of a stranger'} is used`, path);
  });
}

/** Whether the trusted folder has a file of that path. */
function createIsTrusted(trusted: Files | undefined): (path: string) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  const trustedIn = (folder: string): ReadonlySet<string> => {
    const files = known.get(folder) ?? new Set(trusted && filesIn(trusted, folder));
    known.set(folder, files);
    return files;
  };
  return (path) => trustedIn(path.slice(0, path.indexOf('/'))).has(path);
}

function untrustedFile(message: string, path: string, line = 1): Diagnostic {
  const help = 'look through it, and build without `--untrusted`, or name a folder that has it by `--trusted`';
  return diagnose({ code: 'untrusted-file', message, help }, { path, line, column: 1, length: 1 });
}

function dangerOf(path: string, site: Files): { readonly line: number; readonly message: string } | undefined {
  if (passive.test(path)) return undefined;
  if (!/\.svg$/i.test(path)) return { line: 1, message: 'a file of this kind could run code' };
  const bytes = tryRead(() => site.read(path));
  const text = 'code' in bytes ? bytes : decode(bytes);
  if (typeof text !== 'string') return { line: text.line, message: text.message };
  const danger = dangerIn(text);
  return danger && { line: danger.line, message: `this drawing may not be safe: ${danger.reason}` };
}

const isSame = (path: string, site: Files, trusted: Files): boolean =>
  sameBytes(join(site.root, path), { copy: join(trusted.root, path) });

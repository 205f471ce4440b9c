import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';

/** The documentation's folder. */
export const docs = join(packageRoot, 'docs');

/** Makes a site of the documentation: its files become the content, and its `site.yaml` the site's. */
export function copyDocs(folder: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync(docs, join(folder, 'content'), { recursive: true });
  renameSync(join(folder, 'content/site.yaml'), join(folder, 'site.yaml'));
  for (const path of pagesOf(join(folder, 'content'))) {
    const file = join(folder, 'content', path);
    writeFileSync(file, withoutSources(readFileSync(file, 'utf8')));
  }
}

/** The paths of the Markdown files below a folder, in order. */
export const pagesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort();

/** Links to files of the repository become their words: those files are no part of the site. */
const withoutSources = (text: string): string =>
  text.replace(/\[([^[\]]+)\]\(((?:\.\.\/)+[^()#\s]+)\)/g, (link, words: string, path: string) =>
    existsSync(join(packageRoot, path.replace(/^(?:\.\.\/)+/, ''))) ? words : link,
  );

import { pageAt, type Site } from './pages.ts';

/** The bytes of a page with the style sheets and scripts that it asks for, as they are, uncompressed. */
export function weigh(site: Site, page: string): number {
  const html = pageAt(site, page);
  const names = html.toString().matchAll(/<link rel="stylesheet" href="([^"]+)"|<script\b[^>]* src="([^"]+)"/g);
  const paths = [...names].map(([, style, script]) => fileAt(page, style ?? script!));
  return [...new Set(paths)].reduce((sum, path) => {
    const bytes = site.get(path);
    if (!bytes) throw new Error(`${page} names ${path}, which is not there`);
    return sum + bytes.length;
  }, html.length);
}

const fileAt = (page: string, address: string): string => new URL(address, `file://${page}`).pathname.slice(1);

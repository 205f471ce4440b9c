import type { Site } from '../model/values.ts';
import { copiesFolder } from '../pictures/pictures.ts';
import { documentRoute, type Route } from './route.ts';

/** Cloudflare Pages reads 100 rules; two are not about single files. A file beyond them is only asked for more often. */
const most = 98;

/**
 * `_headers`, which Netlify and Cloudflare Pages read, where the site asks for it: what has its bytes in its name is kept
 * for ever, and what a page's own policy cannot say (CSP Level 3, 3.3) is said. Everything else both hosts let browsers
 * ask for anew, as it should be.
 * @param routes of the files that the site consists of
 */
export function headerRoutes({ config }: Site, routes: readonly Route[]): Route[] {
  if (!config.headers) return [];
  const copies = `${copiesFolder}/`;
  // A site's own pictures may lie among the copies, and change under their names.
  const isShared = routes.some(({ path }) => path.startsWith(copies));
  const kept = routes.flatMap(({ plain, url }) => (plain === undefined ? [] : [url])).slice(0, most);
  const all = ['X-Content-Type-Options: nosniff'];
  if (config.csp) all.push("Content-Security-Policy: frame-ancestors 'self'");
  const rules: [string, readonly string[]][] = [['/*', all]];
  for (const url of [...(isShared ? [] : [`/${copies}*`]), ...kept])
    rules.push([url, ['Cache-Control: public, max-age=31536000, immutable']]);
  const value = rules.map(([url, headers]) => [url, ...headers.map((each) => `  ${each}`), ''].join('\n')).join('');
  return [documentRoute('/_headers', () => ({ value, diagnostics: [] }))];
}

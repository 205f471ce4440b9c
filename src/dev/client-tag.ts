import { escapeAttribute } from '../markdown/escape.ts';
import type { View } from './answer.ts';

/** Where the preview's own addresses are, beside the site and its base path. */
export const ownFolder = '/__meetpress/';

/**
 * A page with the script that keeps it up to date, before its last `</body>`, or at its end where there is none.
 * @param base percent-encoded, with its slashes
 */
export function withClient(html: string, { path, hash, revision }: View, base: string): string {
  const data = { path, hash, revision: `${revision}`, base };
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${escapeAttribute(value)}"`);
  const tag = `<script src="${ownFolder}client.js"${attributes.join('')} defer></script>`;
  const end = [...html.matchAll(/<\/body\s*>/gi)].at(-1)?.index ?? html.length;
  return html.slice(0, end) + tag + html.slice(end);
}

import { parseUrl } from '../url.ts';
import type { SiteUrl } from './config.ts';

/** Undefined where it isn't an http(s) address without query and fragment. */
export function parseSiteUrl(written: string): SiteUrl | undefined {
  const url = parseUrl(written);
  if (!url) return undefined;
  const { protocol, origin, pathname, search, hash } = url;
  if (!/^https?:$/.test(protocol) || search || hash) return undefined;
  return { origin, basePath: pathname.endsWith('/') ? pathname : `${pathname}/` };
}

import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

const sources = ['content', 'templates', 'assets'];

/**
 * Why a folder may not be the output of the site in `root`, in words that go on from "it", or `undefined` where it may.
 * Links are followed as far as the folders exist.
 */
export function checkOutDir(root: string, outDir: string): string | undefined {
  const [site, out] = [realPath(root), realPath(outDir)];
  if (site === out) return "is the site's own folder";
  if (isWithin(out, site)) return "contains the site's own folder";
  for (const name of sources) {
    const source = realPath(join(root, name));
    if (isWithin(source, out)) return `lies in the site's \`${name}/\``;
    if (isWithin(out, source)) return `contains the site's \`${name}/\``;
  }
  return undefined;
}

/** Why a folder may not be the output of a stranger's site: as a link in that, it would be anywhere. */
export function leadsAway(root: string, outDir: string): string | undefined {
  const [site, out] = [resolve(root), resolve(outDir)];
  const isLink = isWithin(site, out) && realPath(out) !== join(realPath(site), relative(site, out));
  return isLink ? "is a link in the site's folder" : undefined;
}

/** Of a path that doesn't exist, the part that does. */
function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync.native(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(realPath(parent), basename(absolute));
  }
}

/** Whether `inner` is `outer` or lies in it. */
function isWithin(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

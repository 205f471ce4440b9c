import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { isElsewhere } from '../markdown/open-targets.ts';
import type { Target } from '../model/values.ts';
import type { Resolve, Resolved } from './links.ts';

type Tell = (problem: Diagnostic) => void;
export type Addressed = Target | string | undefined;

/** How what a template or a route names becomes what is printed. */
export interface Addressing {
  /** What belongs into `href` or `src`; empty for nothing. */
  href(target: Addressed, tell?: Tell): string;
  /** A full URL; undefined for nothing, and where the site's `url` isn't known. */
  absolute(target: Addressed, tell?: Tell): string | undefined;
  /** The picture at an address, as far as there is one. */
  picture(target: Target | string, tell?: Tell): Resolved;
}

/**
 * @param own resolves what the theme and the site itself name, about which nothing is told
 * @param origin of the site's `url`, without a slash at its end
 */
export function createAddressing(resolve: Resolve, own: Resolve, origin: string | undefined): Addressing {
  const resolved = (target: Target | string, use: 'image' | 'link', tell?: Tell): Resolved => {
    if (typeof target === 'string') return own(target, use);
    const { written, entry, path } = target;
    const made = resolve(written, use, entry);
    if (made.problem) tell?.(diagnose(made.problem, entry.locate(path)));
    return made;
  };
  // Templates give null for what isn't there, too.
  const href: Addressing['href'] = (target, tell) =>
    target ? resolved(target, typeof target !== 'string' && target.picture ? 'image' : 'link', tell).href : '';
  return {
    href,
    absolute(target, tell) {
      const path = href(target, tell);
      if (path === '') return undefined;
      return isElsewhere(path) ? path.replace(/^\/\//, 'https://') : origin && origin + path;
    },
    picture: (target, tell) => resolved(target, 'image', tell),
  };
}

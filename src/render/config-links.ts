import type { Config } from '../config/config.ts';
import { type Diagnostic, diagnose, type Span } from '../diagnostics/diagnostic.ts';
import { isUnsafe, unsafeLink } from '../markdown/open-targets.ts';
import type { OpenTarget } from '../markdown/rendered.ts';
import type { Resolve } from './links.ts';

/** What `site.yaml` leads to is checked as what content leads to. */
export function checkConfigLinks(config: Config, resolve: Resolve): Diagnostic[] {
  const check = (written: string | undefined, use: OpenTarget['use'], at: () => Span): Diagnostic[] => {
    const problem = written === undefined ? undefined : resolve(written, use).problem;
    return problem ? [diagnose(problem, at())] : [];
  };
  const { edit } = config;
  return [
    // Where it leads is no matter of this site.
    ...(edit !== undefined && isUnsafe(edit) ? [diagnose(unsafeLink(edit), config.locate('edit'))] : []),
    ...check(config.logo, 'image', () => config.locate('logo')),
    ...check(config.speak, 'link', () => config.locate('speak')),
    ...check(config.chat, 'link', () => config.locate('chat')),
    ...[...(config.nav ?? []), ...config.social].flatMap(({ href, path }) =>
      check(href, 'link', () => config.locatePath(path)),
    ),
  ];
}

import type { Config } from '../config/config.ts';
import { type Diagnostic, diagnose, type Span } from '../diagnostics/diagnostic.ts';
import type { OpenTarget } from '../markdown/rendered.ts';
import type { Resolve } from './links.ts';

/** What `site.yaml` leads to is checked as what content leads to. */
export function checkConfigLinks(config: Config, resolve: Resolve): Diagnostic[] {
  const check = (written: string | undefined, use: OpenTarget['use'], at: () => Span): Diagnostic[] => {
    const problem = written === undefined ? undefined : resolve(written, use).problem;
    return problem ? [diagnose(problem, at())] : [];
  };
  return [
    ...check(config.logo, 'image', () => config.locate('logo')),
    ...check(config.speak, 'link', () => config.locate('speak')),
    ...check(config.chat, 'link', () => config.locate('chat')),
    ...(config.nav ?? []).flatMap(({ href }, index) => check(href, 'link', () => config.locate('nav', index))),
    ...config.social.flatMap(({ href }, index) => check(href, 'link', () => config.locate('social', index))),
  ];
}

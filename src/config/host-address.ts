import type { SiteUrl } from './config.ts';
import { parseSiteUrl } from './site-url.ts';

/** Where what is built will be, as the machine that builds it says. */
export interface HostAddress {
  readonly url: SiteUrl;
  /** Who says so, for a message. */
  readonly from: string;
  /**
   * Whether it is a place to look at a proposal: its address outweighs that of the site, whose pages it must not pass
   * itself off as.
   */
  readonly preview: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The variable that says it on any machine, before what a host says. */
export const addressVariable = 'MEETPRESS_URL';

/** Branches that Cloudflare Pages publishes at the project's own address, as it doesn't say which one that is. */
const mainBranches = ['main', 'master'];

/**
 * Reads the environment of a build on Netlify or Cloudflare Pages, or `MEETPRESS_URL`. Undefined on other machines, and
 * for what is no address.
 */
export function hostAddress(environment: Environment): HostAddress | undefined {
  const at = (written: string | undefined, from: string, preview: boolean): HostAddress | undefined => {
    const url = written === undefined ? undefined : parseSiteUrl(written);
    return url && { url, from, preview };
  };
  if (environment[addressVariable]) return at(environment[addressVariable], addressVariable, false);
  // Both have names that mean other things elsewhere, so each host is known by its own mark.
  if (environment.NETLIFY === 'true') {
    const preview = environment.CONTEXT !== 'production';
    return at(preview ? environment.DEPLOY_PRIME_URL : environment.URL, 'Netlify', preview);
  }
  if (environment.CF_PAGES === '1') {
    const preview = !mainBranches.includes(environment.CF_PAGES_BRANCH ?? '');
    const address = environment.CF_PAGES_URL;
    // `https://0123abcd.project.pages.dev` is this build alone; without its first part it is the project.
    return at(
      preview ? address : address?.replace(/^https:\/\/[^./]+\.(?=[^./]+\.pages\.dev\b)/, 'https://'),
      'Cloudflare Pages',
      preview,
    );
  }
  return undefined;
}

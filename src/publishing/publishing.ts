import { eventWorkflow } from './event-workflow.ts';
import { eventForm, formPath } from './issue-form.ts';
import { checkWorkflow, pagesWorkflow, rebuildWorkflow } from './workflows.ts';

/** Where a site is published, as far as it takes files of its own; `none` is any web server. */
export const hosts = ['github-pages', 'netlify', 'cloudflare', 'none'] as const;
export type Host = (typeof hosts)[number];

export interface PublishingOptions {
  readonly host: Host;
  /** A domain of the group's own, such as `meetup.example.org`: no scheme, no slash. */
  readonly domain?: string | undefined;
}

/** Whether a host reads `_headers`, so that `headers: true` belongs into the site's `site.yaml`. */
export const readsHeaders = (host: Host): boolean => host === 'netlify' || host === 'cloudflare';

/** The files that publish a site: contents by path in the site's folder. */
export function publishingFiles({ host, domain }: PublishingOptions): ReadonlyMap<string, string> {
  if (host === 'none') return new Map();
  const files = new Map([
    ['.github/workflows/check.yml', checkWorkflow],
    ['.github/workflows/event.yml', eventWorkflow],
    [formPath, eventForm()],
  ]);
  if (host === 'github-pages') {
    files.set('.github/workflows/publish.yml', pagesWorkflow);
    // What lies in `content/` and is no Markdown is published as it is.
    if (domain !== undefined) files.set('content/CNAME', `${domain}\n`);
  } else files.set('.github/workflows/rebuild.yml', rebuildWorkflow);
  if (host === 'netlify') files.set('netlify.toml', netlifyToml);
  return files;
}

const netlifyToml = `# https://docs.netlify.com/build/configure-builds/file-based-configuration/
[build]
command = "npx --no-install meetpress build"
publish = "dist"

[build.environment]
NODE_VERSION = "24"
`;

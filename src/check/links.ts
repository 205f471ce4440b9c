import { type Diagnostic, diagnose, type Problem } from '../diagnostics/diagnostic.ts';
import { closest } from '../diagnostics/suggest.ts';
import { answering, createUnderstand, type Destination } from './addresses.ts';
import { type Checking, onPages, type Page } from './checking.ts';
import type { PageLink } from './page.ts';

interface Broken {
  readonly href: string;
  readonly problem: Omit<Problem, 'notes'>;
  readonly pages: Page[];
}

/**
 * Links, pictures and files of every page that lead to nothing in the site: what templates and raw HTML make. What
 * bodies, fields and `site.yaml` lead to was checked when they were rendered, and isn't said again.
 */
export function checkLinks(checking: Checking): Diagnostic[] {
  const { pages, renderer, find, site } = checking;
  const understand = createUnderstand(checking);
  const judge = createJudge(checking);
  const broken = new Map<string, Broken>();
  for (const page of pages)
    for (const link of page.facts.links) {
      const { href } = link;
      const problem = judge(link, understand(href, page.url), page);
      // What leads to a place on its own page is a mistake of that page alone.
      const told = href.startsWith('#') ? page.url + href : href;
      if (!problem || renderer.told.has(told)) continue;
      const key = `${problem.code} ${problem.message}`;
      const known = broken.get(key) ?? { href, problem, pages: [] };
      known.pages.push(page);
      broken.set(key, known);
    }
  return [...broken.values()].map(({ href, problem, pages: all }) => {
    const places = spellingsOf(href, site.config.url?.basePath ?? '/').map((each) => find(each, all[0]!.entry));
    return diagnose({ ...problem, notes: [onPages(all.map(({ url }) => url))] }, places.find(Boolean));
  });
}

/** How an address may have been written that a filter has completed, the surest first. */
function spellingsOf(href: string, basePath: string): string[] {
  const path = href.startsWith(basePath) ? `/${href.slice(basePath.length)}` : href;
  const fragment = /#.+$/.exec(href)?.[0];
  return [...new Set([href, path, path.replace(/^\/(?:assets\/)?/, ''), fragment ?? href])].filter(
    (each) => each.length > 1,
  );
}

type Judge = (link: PageLink, to: Destination, from: Page) => Broken['problem'] | undefined;

function createJudge({ outputs, missing, pages, site }: Checking): Judge {
  const has = (path: string): boolean => outputs.has(path) || missing.has(path);
  const facts = new Map(pages.map(({ route, facts: each }) => [route.path, each]));
  let names: ReadonlyMap<string, string> | undefined;
  const suggestion = (path: string): string | undefined => {
    names ??= new Map([...outputs.keys()].map((each) => [nameOf(each), each]));
    const meant = closest(nameOf(path), names.keys());
    return meant && `did you mean \`/${names.get(meant)!.replace(/(^|\/)index\.html$/, '$1')}\`?`;
  };
  return ({ href, use }, to, { url }) => {
    if (to.kind === 'beside' && answering(to.path, has) !== undefined)
      return {
        code: 'broken-link',
        message: `\`${href}\` leads out of the site, which lives at \`${site.config.url!.basePath}\``,
        help: 'give the address to the `href` filter, which puts the path in front of it',
      };
    if (to.kind !== 'here') return undefined;
    const found = answering(to.path, has);
    if (found === undefined) {
      const help = suggestion(to.path);
      if (use === 'image')
        return {
          code: 'broken-image',
          message: `the picture \`${href}\` is not there`,
          help: help ?? 'put it under `assets/`, or correct the template that shows it',
        };
      return {
        code: 'broken-link',
        message: `\`${href}\` leads to nothing in this site`,
        help: help ?? 'correct the template or the HTML that it is written in',
      };
    }
    const { ids, redirects } = facts.get(found) ?? {};
    const isThere = ids?.has(to.fragment) || /^(?:$|top$|:~:)/i.test(to.fragment);
    if (!ids || redirects || isThere) return undefined;
    const meant = closest(to.fragment, ids);
    return {
      code: 'broken-anchor',
      message: `\`${href.startsWith('#') ? url + href : href}\` leads to a place that is not on the page`,
      help: meant ? `did you mean \`#${meant}\`?` : 'give an element of that page this `id`, or correct the link',
    };
  };
}

/** The part of a path that a writer would misspell: the folder's name for a page. */
const nameOf = (path: string): string =>
  path
    .replace(/\/index\.html$/, '')
    .split('/')
    .at(-1)!;

import type { BreadcrumbListLeaf, ListItemLeaf } from 'schema-dts';
import type { WordKey } from '../words/en.ts';
import { type Describing, thing } from './thing.ts';

/** The list that a kind of page belongs to, or is a part of. */
const lists: Readonly<Record<string, readonly [url: string, title: WordKey]>> = {
  event: ['/events/', 'events'],
  series: ['/events/', 'events'],
  talks: ['/talks/', 'talks'],
  post: ['/posts/', 'posts'],
  posts: ['/posts/', 'posts'],
  person: ['/people/', 'people'],
  venue: ['/venues/', 'venues'],
  sponsor: ['/sponsors/', 'sponsors'],
  tag: ['/tags/', 'tags'],
};

/** A page as far as its place in the site goes. */
export interface Placed {
  /** Without the base path. */
  readonly url: string;
  readonly kind: string;
  readonly title?: string | undefined;
}

/**
 * https://schema.org/BreadcrumbList: from the home page by the kind's list, or by the pages whose folder it is in.
 * Undefined where there is no way to show, or where the site doesn't know its address, as each step needs one.
 */
export function breadcrumbsThing(page: Placed, describing: Describing): BreadcrumbListLeaf | undefined {
  const { site, title, absolute } = describing;
  if (!site.config.url || page.url === '/') return undefined;
  const steps = [
    ['/', title] as const,
    ...parentsOf(page, describing).filter(([url]) => url !== page.url),
    [page.url, page.title ?? ''] as const,
  ];
  return thing<BreadcrumbListLeaf>({
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([url, name], index) =>
      thing<ListItemLeaf>({ '@type': 'ListItem', position: index + 1, name, item: absolute(url) }),
    ),
  });
}

function parentsOf(
  { url, kind }: Placed,
  { site: { pages }, words }: Describing,
): readonly (readonly [url: string, title: string])[] {
  const list = lists[kind];
  if (list) return [[list[0], pages.find((page) => page.url === list[0])?.title ?? words().t(list[1])]];
  const folders = [...url.matchAll(/(?<=.)\//g)].map(({ index }) => url.slice(0, index + 1));
  return folders.flatMap((folder) =>
    pages.filter((page) => page.url === folder).map((page) => [page.url, page.title] as const),
  );
}

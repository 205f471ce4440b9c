import type { Site } from '../model/values.ts';
import { headOf, pageAt } from './entries.ts';
import { pageRoute, type Route } from './route.ts';

/** A list's page, with the words of the page in `content/` that has its address. */
export function introduced(
  site: Site,
  url: string,
  kind: string,
  title: string,
  template: string,
  data: () => Record<string, unknown>,
): Route {
  const page = pageAt(site, url);
  const head = page ? { ...headOf(page), kind } : { url, kind, title };
  return pageRoute(template, head, `the list ${url}`, () => ({
    entry: page,
    ...data(),
  }));
}

/** A page at a list's address stays a page while there is nothing to list. */
export function introductionAlone(site: Site, url: string): Route[] {
  const page = pageAt(site, url);
  return page ? [pageRoute('page.njk', headOf(page), url, () => ({ entry: page }))] : [];
}

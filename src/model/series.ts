import type { Config } from '../config/config.ts';
import { encodeSegment } from '../content/permalink.ts';
import { compareText } from '../diagnostics/diagnostic.ts';
import { slugify } from '../slug.ts';
import type { Building } from './common.ts';
import type { Series } from './values.ts';

/** All series, by name or id. Two spellings with one slug are one. */
export interface AllSeries {
  named(name: string): Building<Series>;
  /** Those of site.yaml in its order, then those that only events name, by slug. */
  all(): Building<Series>[];
}

export function createSeries({ series }: Config): AllSeries {
  const make = (slug: string, name: string, description?: string): Building<Series> => ({
    slug,
    url: `/series/${encodeSegment(slug)}/`,
    name,
    description,
    events: [],
    dates: [],
  });
  const configured = series.map(({ id, name, description }) => make(id, name, description));
  const bySlug = new Map([
    ...configured.map((each) => [slugify(each.name), each] as const),
    // An id outweighs another's name.
    ...configured.map((each) => [each.slug, each] as const),
  ]);
  const mentioned: Building<Series>[] = [];
  return {
    all: () => [...configured, ...mentioned.sort((a, b) => compareText(a.slug, b.slug))],
    named(name) {
      const slug = slugify(name);
      const known = bySlug.get(slug);
      if (known) return known;
      const made = make(slug, name);
      bySlug.set(slug, made);
      mentioned.push(made);
      return made;
    },
  };
}

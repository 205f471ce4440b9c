import { encodeSegment } from '../content/permalink.ts';
import { slugify } from '../slug.ts';
import type { Building } from './common.ts';
import type { Tag } from './values.ts';

/** All tags, by name. Two spellings with one slug are one, which is called by the first. */
export interface AllTags {
  named(name: string): Building<Tag>;
  all(): Building<Tag>[];
}

export function createTags(): AllTags {
  const bySlug = new Map<string, Building<Tag>>();
  const bySpelling = new Map<string, Building<Tag>>();
  return {
    all: () => [...bySlug.values()],
    named(name) {
      const known = bySpelling.get(name);
      if (known) return known;
      const slug = slugify(name);
      const url = `/tags/${encodeSegment(slug)}/`;
      const tag = bySlug.get(slug) ?? { slug, name, url, posts: [], events: [], pages: [], people: [] };
      bySlug.set(slug, tag);
      bySpelling.set(name, tag);
      return tag;
    },
  };
}

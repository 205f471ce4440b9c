import type { tables } from '../../words/languages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { ja } from './ja.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';

/** A page of a new site. */
export interface Page {
  readonly title: string;
  readonly description: string;
  /** Markdown, from `content/`. */
  readonly body: string;
}

/** What a new site says, for its organizers to change. It holds for any group, and names none. */
export interface Texts {
  /** What the group is. */
  readonly description: string;
  /** The name of the series of its evenings. */
  readonly series: string;
  /** What an organizer does in the group. */
  readonly organizer: string;
  readonly home: string;
  readonly about: Page;
  readonly speak: Page;
  readonly faq: Page;
  readonly conduct: Page;
  readonly firstEvent: Pick<Page, 'title' | 'body'>;
}

/** By the tags of the theme's languages. */
export const texts: { readonly [language in keyof typeof tables]: Texts } = { de, en, es, fa, fr, hi, ja, pl, pt };

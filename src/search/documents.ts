import { Parser } from 'htmlparser2';
import { escapeAttribute } from '../markdown/escape.ts';

/** A page as it is published. */
export interface SearchPage {
  /** Percent-encoded, without the base path: `/events/x/`. */
  readonly url: string;
  readonly html: string;
}

/** Whether a page has a part that can be found; templates mark it as Pagefind asks for. */
export const isSearched = ({ html }: SearchPage): boolean => html.includes('data-pagefind-body');

/** A page, and each part of it that `data-search` marks as a result of its own, at its `id`. */
export const documentsOf = (page: SearchPage): readonly SearchPage[] => [page, ...partsOf(page)];

/** A part that is being read. */
interface Part {
  readonly name: string;
  readonly kind: string;
  readonly id: string;
  lang: string;
  /** In the page. */
  readonly start: number;
  /** How many elements of its name are open in it. */
  open: number;
  title: string;
}

function partsOf({ url, html }: SearchPage): SearchPage[] {
  if (!html.includes('data-search=')) return [];
  const parts: SearchPage[] = [];
  let part: Part | undefined;
  let heading = '';
  let on = '';
  let lang = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      on ||= attributes['data-on'] ?? '';
      lang ||= attributes.lang ?? '';
      const { 'data-search': kind, id } = attributes;
      if (!part && kind && id)
        part = { name, kind, id, lang: attributes.lang ?? lang, start: parser.startIndex, open: 0, title: '' };
      if (!part) return;
      if (name === part.name) part.open += 1;
      if (!part.title && /^h[1-6]$/.test(name)) {
        heading = name;
        part.lang = attributes.lang ?? part.lang;
      }
    },
    ontext(text) {
      if (part && heading) part.title += text;
    },
    onclosetag(name) {
      if (!part) return;
      if (name === heading) heading = '';
      if (name === part.name) part.open -= 1;
      if (part.open > 0) return;
      const body = html.slice(part.start, parser.endIndex + 1);
      parts.push({ url: `${url}#${encodeURIComponent(part.id)}`, html: alone(part, on, body) });
      part = undefined;
    },
  });
  parser.end(html);
  return parts;
}

/** A part as a page of its own. */
function alone({ kind, title, lang }: Part, on: string, html: string): string {
  const meta = { kind, title: title.trim(), on, lang };
  const named = Object.keys(meta).map((name) => `${name}[data-${name}]`);
  const values = Object.entries(meta).map(([name, value]) => ` data-${name}="${escapeAttribute(value)}"`);
  return (
    `<!DOCTYPE html><html><main data-pagefind-body data-pagefind-meta="${named.join(', ')}"${values.join('')}>` +
    `${html}</main></html>`
  );
}

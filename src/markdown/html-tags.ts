import { Tokenizer } from 'htmlparser2';

/** An opening tag in a piece of raw HTML. */
export interface HtmlTag {
  /** In small letters. */
  readonly name: string;
  /** The value as it was written, entities and all; empty for a name alone; undefined where there is no such attribute. */
  get(attribute: string): string | undefined;
}

/** Attributes to set, by their written value; those that are undefined are taken out. */
export type HtmlChanges = Iterable<readonly [attribute: string, value: string | undefined]>;

interface Attribute {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Changes attributes of opening tags, and leaves every other character as it is. */
export function rewriteTags(html: string, changesOf: (tag: HtmlTag) => HtmlChanges): string {
  let result = '';
  let copied = 0;
  let name = '';
  let nameEnd = 0;
  let attributes = new Map<string, Attribute>();
  let attribute: [start: number, end: number] = [0, 0];
  let value = '';
  const replace = (start: number, end: number, text: string): void => {
    result += html.slice(copied, start) + text;
    copied = end;
  };
  const finish = (): void => {
    const changes = new Map(changesOf({ name, get: (which) => attributes.get(which)?.value }));
    const added = [...changes].filter(([which, to]) => to !== undefined && !attributes.has(which));
    replace(nameEnd, nameEnd, added.map(([which, to]) => written(which, to!)).join(''));
    for (const [which, { start, end }] of attributes)
      if (changes.has(which)) {
        const to = changes.get(which);
        replace(to === undefined ? start - 1 : start, end, to === undefined ? '' : written(which, to).trimStart());
      }
  };
  const ignore = () => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        nameEnd = end;
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = [start, end];
        value = '';
      },
      onattribdata(start, end) {
        value += html.slice(start, end);
      },
      onattribend(_quote, end) {
        const [start, nameEnds] = attribute;
        const which = html.slice(start, nameEnds).toLowerCase();
        // Of two by one name the first holds.
        if (!attributes.has(which)) attributes.set(which, { start, end: Math.max(end, nameEnds), value });
      },
      onopentagend: finish,
      onselfclosingtag: finish,
      onattribentity: ignore,
      oncdata: ignore,
      onclosetag: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onprocessinginstruction: ignore,
      ontext: ignore,
      ontextentity: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return result + html.slice(copied);
}

const written = (attribute: string, value: string): string =>
  ` ${attribute}${value === '' ? '' : `="${value.replaceAll('"', '&quot;')}"`}`;

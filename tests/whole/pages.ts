import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** A page, as far as links are about it. */
export interface Parsed {
  /** The address of each link, picture, script and style sheet, and of the page that a redirect leads to. */
  readonly targets: readonly string[];
  /** Where a fragment can lead. */
  readonly ids: readonly string[];
}

const attributes = ['href', 'src', 'poster', 'action', 'cite', 'data'];

export function parsePage(html: string): Parsed {
  const elements = [...elementsOf(parse(html))];
  const valuesOf = (element: Element, names: readonly string[]): string[] =>
    element.attrs.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  return {
    targets: elements.flatMap((element) => [
      ...valuesOf(element, attributes),
      ...valuesOf(element, ['srcset']).flatMap((value) => value.split(',').map((each) => each.trim().split(/\s+/)[0]!)),
      ...valuesOf(element, ['content']).flatMap((value) => /^\d+;\s*url=(.*)$/.exec(value)?.[1] ?? []),
    ]),
    ids: elements.flatMap((element) => valuesOf(element, element.tagName === 'a' ? ['id', 'name'] : ['id'])),
  };
}

function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

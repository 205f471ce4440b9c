import { type DefaultTreeAdapterMap, parse } from 'parse5';

export type Thing = Readonly<Record<string, unknown>>;

type Node = DefaultTreeAdapterMap['node'];

/** What a page says in JSON-LD, as a browser's parser finds it. */
export const thingsOf = (html: string): Thing[] => [...scriptsIn(parse(html))].map((text) => JSON.parse(text) as Thing);

function* scriptsIn(node: Node): Generator<string> {
  if ('attrs' in node && node.attrs.some(({ name, value }) => name === 'type' && value === 'application/ld+json'))
    yield node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
  if ('childNodes' in node) for (const child of node.childNodes) yield* scriptsIn(child);
}

/** A thing and all the things in it. */
export function* withParts(value: unknown): Generator<Thing> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Thing;
  for (const part of Object.values(value)) yield* withParts(part);
}

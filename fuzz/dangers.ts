import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const addresses = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'data',
  'poster',
  'xlink:href',
  'values',
  'to',
  'from',
  'background',
]);
// A picture of dots is none: an event's code to scan is one.
const runs = /^(?:javascript:|vbscript:|data:(?!image\/png;base64,))/i;

/**
 * What a browser would run of a page that the theme alone may give scripts: any other script, any handler, and any
 * address that is code.
 */
export function dangersIn(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) found.push(...dangersOf(node));
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return found;
}

function dangersOf(element: Element): string[] {
  const { tagName, attrs } = element;
  const attributes = new Map(attrs.map(({ name, value }) => [name.toLowerCase(), value]));
  const found: string[] = [];
  if (tagName === 'script' && !isOurs(attributes)) found.push(`<script> ${textOf(element).slice(0, 80)}`);
  for (const tag of ['object', 'embed', 'applet', 'base', 'foreignobject', 'animate', 'set'])
    if (tagName.toLowerCase() === tag) found.push(`<${tag}>`);
  for (const [name, value] of attributes) {
    // Browsers overlook spaces and control characters.
    const bare = value.replace(/[\0-\u0020\u007f-\u00a0]+/g, '');
    const refreshes = name === 'content' && attributes.get('http-equiv')?.toLowerCase() === 'refresh';
    const address = refreshes ? bare.replace(/^[\d.]*;?(?:url=)?/i, '') : bare;
    if (name.startsWith('on') || name === 'srcdoc') found.push(`${tagName} ${name}=${value.slice(0, 80)}`);
    if ((addresses.has(name) || refreshes) && runs.test(address))
      found.push(`${tagName} ${name}=${value.slice(0, 80)}`);
  }
  return found;
}

/** The theme's scripts come from its folder, and data for programs isn't run. */
const isOurs = (attributes: ReadonlyMap<string, string>): boolean =>
  attributes.get('type') === 'application/ld+json' ||
  /^\/(?:[^/].*\/)?assets\/theme\/[\w.-]+\.js$/.test(attributes.get('src') ?? '');

const textOf = (element: Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

/** The data for programs in a page, each as it is written. */
export const dataIn = (html: string): string[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, text]) => text!);

import { Parser } from 'htmlparser2';
import { placeAt } from '../diagnostics/place-at.ts';

/** What a drawing has that could run code or load something. */
export interface Danger {
  /** From 1. */
  readonly line: number;
  /** In words that go on from "because". */
  readonly reason: string;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** SVG 1.1 without scripting, links, animation and foreign content. */
const elements = words(
  'svg g path circle ellipse line polygon polyline rect text tspan textPath title desc metadata defs symbol use switch ' +
    'linearGradient radialGradient stop clipPath mask pattern marker image style filter feBlend feColorMatrix ' +
    'feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow ' +
    'feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight ' +
    'feSpecularLighting feSpotLight feTile feTurbulence',
);

const svg = 'http://www.w3.org/2000/svg';
/** Of the remarks that drawing programs leave: no browser does anything with them. */
const remarks =
  /^(?:http:\/\/www\.inkscape\.org\/namespaces\/inkscape|http:\/\/sodipodi\.sourceforge\.net\/DTD\/sodipodi-0\.dtd|http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#|http:\/\/(?:creativecommons|web\.resource)\.org\/(?:cc\/|ns#)|http:\/\/purl\.org\/dc\/elements\/1\.1\/|https?:\/\/(?:www\.)?(?:serif|figma|bohemiancoding|vectornator)\.\w+\/|http:\/\/ns\.adobe\.com\/)/;

const localUrl = /url\(\s*["']?#[^)\\]*\)/gi;
const loads =
  /(?:url|src|image|image-set|cross-fade|element|expression)\(|@(?:import|namespace|font-face)|behaviou?r:|binding:|\\/i;
const embedded = /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]*$/i;
/** The first line of a document, and its type without entities of its own. */
const declarations = /^(?:\?xml\s[^?]*\??|!doctype\s[^[\]]*)$/i;
const otherEncoding = /encoding\s*=\s*["'](?!utf-8["']|us-ascii["'])/i;

/**
 * The first thing in an SVG document (SVG 2, read as XML) that could run code, load something from elsewhere or be read
 * as another document; undefined where there is none. Everything that isn't known to be harmless counts.
 */
export function dangerIn(text: string): Danger | undefined {
  let danger: Danger | undefined;
  let root = false;
  let style = '';
  const found = (reason: string | undefined): void => {
    if (reason !== undefined) danger ??= { line: placeAt(text, parser.startIndex).line, reason };
  };
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!root && name !== 'svg') found('it does not begin with `<svg>`');
        root = true;
        if (!elements.has(name) && !/^[\w-]+:[\w-]+$/.test(name)) found(`\`<${name}>\` is not known to be harmless`);
        if (name.includes(':') && /^svg:|^xml/i.test(name)) found(`\`<${name}>\` is not known to be harmless`);
        for (const [key, value] of Object.entries(attributes)) found(reasonAgainst(name, key, value));
        style = '';
      },
      ontext(part) {
        style += part;
      },
      onclosetag(name) {
        if (name === 'style' && loads.test(style.replace(localUrl, ''))) found('its style loads something');
        style = '';
      },
      onprocessinginstruction(_, data) {
        if (!declarations.test(data) || otherEncoding.test(data)) found('it declares more than its version and type');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (!root) found('it does not begin with `<svg>`');
  return danger;
}

function reasonAgainst(element: string, name: string, value: string): string | undefined {
  const lower = name.toLowerCase();
  if (/^(?:\w+:)?on/.test(lower)) return `\`${name}\` runs code`;
  if (lower === 'xmlns') return value === svg ? undefined : '`xmlns` makes it another kind of document';
  if (lower.startsWith('xmlns:')) {
    const known = lower === 'xmlns:xlink' ? value === 'http://www.w3.org/1999/xlink' : remarks.test(value);
    return known || (lower === 'xmlns:svg' && value === svg)
      ? undefined
      : `\`${name}\` makes it another kind of document`;
  }
  if (lower === 'xml:base') return '`xml:base` leads elsewhere';
  if (/^(?:\w+:)?(?:href|src)$/.test(lower) && !element.includes(':')) {
    const isEmbedded = element === 'image' && embedded.test(value);
    return value.startsWith('#') || isEmbedded ? undefined : `\`${name}\` leads out of it`;
  }
  return loads.test(value.replace(localUrl, '')) ? `\`${name}\` loads something` : undefined;
}

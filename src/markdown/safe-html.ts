import { parseUrl } from '../url.ts';

/** What a stranger's HTML may hold, as data and as reasons against the rest. */

const words = (text: string): readonly string[] => text.split(' ');

const drawn = words('svg g path circle ellipse line polygon polyline rect title');

export const safeTags: readonly string[] = [
  ...words(
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup data dd del ' +
      'details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ' +
      'ins kbd label li mark menu nav ol p picture pre q rp rt ruby s samp section small source span strike strong ' +
      'sub summary sup table tbody td tfoot th thead time tr track tt u ul var video audio wbr',
  ),
  ...drawn,
];

/** Those of them that may only stay under a condition. */
export const conditionalTags: readonly string[] = ['iframe', 'input', 'title'];

/** By tag; under `*` what any element may have. */
export const safeAttributes: Readonly<Record<string, string[]>> = {
  '*': [
    ...words('class id style title lang dir role hidden tabindex align width height cite datetime valign bgcolor'),
    ...['data-*', 'aria-*'],
  ],
  a: [...words('href target rel download hreflang name type')],
  img: [...words('src alt loading decoding referrerpolicy border hspace vspace')],
  source: [...words('src type media')],
  video: [...words('src poster controls preload muted loop playsinline')],
  audio: [...words('src controls preload muted loop')],
  track: [...words('src kind srclang label default')],
  iframe: [...words('src loading allow allowfullscreen frameborder scrolling referrerpolicy sandbox')],
  details: ['open', 'name'],
  input: [...words('type checked disabled name')],
  label: ['for'],
  ol: [...words('start reversed type')],
  ul: ['type'],
  li: ['value', 'type'],
  data: ['value'],
  table: [...words('border cellpadding cellspacing summary')],
  td: [...words('colspan rowspan headers scope nowrap')],
  th: [...words('colspan rowspan headers scope nowrap abbr')],
  col: ['span'],
  colgroup: ['span'],
  br: ['clear'],
  hr: ['size', 'noshade'],
  font: [...words('color face size')],
  ...Object.fromEntries(
    drawn.map((tag) => [
      tag,
      words(
        'viewBox xmlns focusable fill fill-rule fill-opacity clip-rule opacity stroke ' +
          'stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray transform d cx cy r rx ry ' +
          'x y x1 x2 y1 y2 points',
      ) as string[],
    ]),
  ),
};

export const safeSchemes: string[] = [...words('http https mailto tel sms geo webcal irc ircs matrix xmpp magnet')];
/** Attributes that hold an address. */
export const addresses: readonly string[] = words('href src poster cite');

const reasons: readonly (readonly [tags: readonly string[], reason: string])[] = [
  [words('script template noscript canvas slot'), 'it runs code, or is made for it'],
  [words('style link'), 'it changes more than its place'],
  [
    words('form input button textarea select option optgroup datalist fieldset output'),
    'it asks visitors for something',
  ],
  [words('object embed applet frame frameset portal'), 'it loads a page or a program'],
  [words('html head body base meta title'), 'it belongs to a whole page'],
];

/** Why an element may not stay; undefined where it may. */
export function reasonAgainstTag(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  inDrawing: boolean,
): string | undefined {
  if (tag === 'iframe' && !isSafeFrame(attributes.src ?? ''))
    return 'only frames of YouTube, Vimeo, PeerTube and OpenStreetMap may stay, over `https://`';
  const isControl = tag === 'input' && !/^(?:checkbox|radio)$/i.test(attributes.type ?? '');
  if (safeTags.includes(tag) && !isControl && (tag !== 'title' || inDrawing)) return undefined;
  return reasons.find(([tags]) => tags.includes(tag))?.[1] ?? 'it is not on the list of what strangers may use';
}

const loads = /(?:url|src|image|image-set|cross-fade|element|expression)\(|@|behaviou?r|binding|\\|\/\*|<|&/i;
const leaves = /position:(?!static|relative|initial|inherit)/i;

/** Why an attribute of a safe element may not stay; undefined where it may. */
export function reasonAgainstAttribute(tag: string, name: string, value: string): string | undefined {
  if (name.startsWith('on')) return 'it runs code';
  if (name === 'data-frame') return 'it loads a page';
  const known = [...(safeAttributes[tag] ?? []), ...safeAttributes['*']!];
  if (!known.includes(name) && !/^(?:data|aria)-[\w.-]+$/.test(name))
    return 'it is not on the list of what strangers may use';
  const scheme = addresses.includes(name) ? schemeOf(value) : undefined;
  if (scheme !== undefined && !safeSchemes.includes(scheme)) return `an address with \`${scheme}:\` is none to link to`;
  if (name === 'target' && !/^_(?:blank|self|parent|top)$/i.test(value))
    return 'a page by that name could take this over';
  if (name === 'rel' && /(?:^|\s)opener(?:\s|$)/i.test(value)) return 'the other page could take this over';
  if (name === 'style' && loads.test(withoutSpaces(value))) return 'this style loads something';
  if (name === 'style' && leaves.test(withoutSpaces(value))) return 'this style leaves its place';
  if (drawn.includes(tag) && /url\(/i.test(withoutSpaces(value))) return 'it loads something';
  if (name === 'allow' && /[^\s;]/.test(value.replace(harmless, ''))) return 'it asks for more than to play';
  return undefined;
}

const harmless =
  /\b(?:accelerometer|autoplay|clipboard-write|encrypted-media|fullscreen|gyroscope|picture-in-picture|web-share)\b/gi;

/** Browsers overlook many a space and control character. */
const withoutSpaces = (text: string): string => text.replace(/[\0-\u0020\u007f]+/g, '');

/** In small letters. */
const schemeOf = (address: string): string | undefined =>
  /^([a-z][a-z\d+.-]*):/i.exec(withoutSpaces(address))?.[1]?.toLowerCase();

const frames =
  /^(?:(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/|player\.vimeo\.com\/video\/|www\.openstreetmap\.org\/export\/)/;

/** Whether a frame may stay by its address: of a known player or map. */
function isSafeFrame(address: string): boolean {
  const url = parseUrl(address);
  if (!url) return false;
  const { protocol, host, pathname, username, password } = url;
  const isKnown = frames.test(`${host}${pathname}`) || isPeerTube(address);
  return protocol === 'https:' && !username && !password && isKnown;
}

/** PeerTube is anybody's: its path is all that tells. */
export const isPeerTube = (address: string): boolean =>
  /^\/videos\/embed\/[\w-]+$/.test(parseUrl(address)?.pathname ?? '');

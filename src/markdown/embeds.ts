import type { Words } from '../words/words.ts';
import { escapeAttribute } from './escape.ts';
import { isElsewhere } from './open-targets.ts';
import { type Frame, frameAt } from './players.ts';

/** What a frame from elsewhere was told by its author; the values as they are written. */
export type FrameDetail = 'title' | 'class' | 'id' | 'style' | 'poster' | 'allow' | 'sandbox';

const frame = /<iframe\b((?:[^>"']|"[^"]*"|'[^']*'){0,2000})>[\s\S]*?<\/iframe\s*>/gi;
const attribute = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const wordsFor = { video: 'videoFrom', slides: 'slidesFrom', map: 'mapFrom' } as const;
/** What the frame gets that takes its place. */
const kept = ['allow', 'sandbox'] as const;

/**
 * Frames from elsewhere, each as a link of its size, which `theme/embed.js` turns into the frame when somebody asks for
 * it: until then nobody elsewhere learns of a reader. Where scripts don't run it leads to the video's own page.
 * Frames of the site itself stay.
 */
export function withoutForeignFrames(html: string, words: Words): string {
  if (!/<iframe/i.test(html)) return html;
  return html.replace(frame, (whole, written: string) => {
    const all = [...written.matchAll(attribute)].reverse();
    const values = new Map(
      all.map(([, name, ...value]) => [name!.toLowerCase(), value.find((each) => each !== undefined) ?? '']),
    );
    const address = (values.get('src') ?? '').trim().replaceAll('&amp;', '&');
    const found = isElsewhere(address) ? frameAt(address) : undefined;
    if (!found) return whole;
    const details = Object.fromEntries([...values].map(([name, value]) => [name, quoted(value)]));
    const poster = quoted(values.get('data-poster') ?? '');
    return embed(found, { ...details, poster, style: styleOf(values) }, words);
  });
}

/** As large as its author made it, where no class says so. */
function styleOf(values: ReadonlyMap<string, string>): string {
  const style = values.get('style') ?? '';
  if (/width|height/i.test(style) || /\bvideo\b/.test(values.get('class') ?? '')) return quoted(style);
  const size = (name: string): number | undefined =>
    /^\d{1,5}$/.test(values.get(name) ?? '') ? Number(values.get(name)) : undefined;
  const [width, height] = [size('width'), size('height')];
  return [style, width && `max-width: ${width}px`, height && `height: ${height}px`]
    .filter(Boolean)
    .map(String)
    .map(quoted)
    .join('; ');
}

/** A frame that waits to be asked for. */
export function embed(
  { name, shows, address, page }: Frame,
  details: Partial<Record<FrameDetail, string>>,
  { t }: Words,
): string {
  const { title = '', class: classes = '', id, style, poster } = details;
  const words = t(shows ? wordsFor[shows] : 'pageFrom', { name });
  const more = [
    ...(id ? [`id="${id}"`] : []),
    ...(style ? [`style="${style}"`] : []),
    ...kept.flatMap((each) => (details[each] ? [`data-${each}="${details[each]}"`] : [])),
  ];
  const picture = poster ? `<img src="${poster}" alt="" loading="lazy">` : '';
  const heading = title && title !== name ? `<b>${title}</b> ` : '';
  return `<a class="${`embed ${shows ?? ''} ${classes}`.trim().split(/\s+/).filter(isFirst).join(' ')}" href="${escapeAttribute(page)}" data-frame="${escapeAttribute(address)}"${more.map((each) => ` ${each}`).join('')}>${picture}<span>${heading}<small>${escapeAttribute(words)}</small></span></a>`;
}

const isFirst = (item: string, index: number, all: readonly string[]): boolean => all.indexOf(item) === index;
const quoted = (value: string): string => value.replaceAll('"', '&quot;');

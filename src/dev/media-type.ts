import { lookup } from 'mrmime';
import { feedFormats } from '../routes/feed-list.ts';

/** What the extension doesn't say. */
const byName: ReadonlyMap<string, string> = new Map(feedFormats.map(({ file, type }) => [file, type]));
const byExtension: ReadonlyMap<string, string> = new Map([
  ['ico', 'image/x-icon'],
  ['xml', 'application/xml'],
]);

/** The value of `Content-Type` for an output of this path. Text is UTF-8. */
export function mediaType(path: string): string {
  const name = path.split('/').at(-1) ?? '';
  const extension = name.includes('.') ? name.split('.').at(-1)!.toLowerCase() : '';
  const type = byName.get(name) ?? byExtension.get(extension) ?? lookup(extension) ?? 'application/octet-stream';
  return /^text\/|[/+]xml$/.test(type) ? `${type}; charset=utf-8` : type;
}
